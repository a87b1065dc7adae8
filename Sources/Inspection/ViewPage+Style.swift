extension ViewPage {
  static let style = """
    html, body { height: 100%; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .skip { position: absolute; inset-inline-start: -99rem; } .skip:focus { inset-inline-start: 1rem; top: .5rem;
      background: var(--card); padding: .4rem .8rem; z-index: 9; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .view { display: grid; grid-template-columns: minmax(15rem, 21rem) 1fr; height: 100vh; }
    .single .view { grid-template-columns: 1fr; } .single nav { display: none; }
    nav { display: flex; flex-direction: column; border-inline-end: 1px solid var(--rule); background: var(--card);
      min-height: 0; }
    search { padding: .9rem .9rem 0; display: block; }
    input, select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--grey);
      border-radius: 7px; padding: .42rem .6rem; width: 100%; }
    .facets { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: .5rem; margin-top: .55rem; }
    .facets span { display: block; font-size: .8em; color: var(--quiet); }
    .facets select { padding: .25rem .3rem; font-size: .87em; }
    .hint { margin: .6rem .9rem .4rem; font-size: .87em; font-variant-numeric: tabular-nums; display: flex;
      justify-content: space-between; gap: 1rem; white-space: nowrap; }
    #rows { list-style: none; margin: 0; padding: 0 0 1rem; overflow-y: auto; flex: 1; }
    #rows li { content-visibility: auto; contain-intrinsic-size: auto 4.1rem; }
    #rows a { display: block; padding: .55rem .9rem; color: inherit; text-decoration: none;
      border-inline-start: 4px solid transparent; border-top: 1px solid var(--rule); }
    #rows a:hover { background: var(--ground); }
    #rows a[aria-current] { background: var(--ground); border-inline-start-color: var(--line); }
    #rows b { font-weight: 500; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical;
      overflow: hidden;
      line-height: 1.3; }
    #rows small { color: var(--quiet); display: block; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; }
    .mix { display: flex; gap: 1px; height: 4px; margin-top: .35rem; max-width: 12rem; border-radius: 2px;
      overflow: hidden; }
    .mix i { background: hsl(var(--h) 55% 55%); }
    main#article { max-width: none; margin: 0; overflow-y: auto; padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 4rem;
      outline: 0; }
    .article { max-width: 74rem; margin: 0 auto; }
    .article header h1 { max-width: 44rem; overflow-wrap: anywhere; }
    .article .facts { color: var(--quiet); font-size: .87em; display: flex; flex-wrap: wrap; gap: .1rem 1rem;
      margin: 0 0 .9rem;
      padding: 0; list-style: none; } .facts li { overflow-wrap: anywhere; }
    .columns { display: grid; grid-template-columns: minmax(0, 44rem) minmax(15rem, 1fr); gap: 2.5rem;
      align-items: start; }
    .text { font-size: 1.06em; line-height: 1.72; overflow-wrap: anywhere; }
    .text p { white-space: pre-wrap; margin: 0 0 1em; } .text h2, .text h3, .text h4 { line-height: 1.35;
      margin: 1.5em 0 .5em; }
    .text h2:first-child { margin-top: 0; }
    .text.raw { white-space: pre-wrap; font: .92em/1.65 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; }
    .bar { display: flex; gap: 1rem; margin: 0 0 1.1rem; align-items: start; justify-content: space-between; }
    .chips { display: flex; flex-wrap: wrap; gap: .35rem; }
    button { font: inherit; color: inherit; cursor: pointer; background: none; border: 1px solid var(--rule);
      border-radius: 6px;
      padding: .12rem .5rem; }
    button:hover { border-color: var(--grey); }
    .chip { font-size: .8em; letter-spacing: .02em; background: hsl(var(--h) 75% 88%);
      border-color: hsl(var(--h) 45% 70%); }
    .chip span { font-variant-numeric: tabular-nums; }
    .chip[aria-pressed=false] { background: none; text-decoration: line-through; color: var(--quiet); }
    .looks { display: flex; gap: .5rem; align-items: start; flex: none; }
    .layers select { font-size: .87em; padding: .1rem .3rem; width: auto; border-color: var(--rule); }
    ::highlight(even) { background: color-mix(in srgb, var(--calm) 24%, transparent); }
    ::highlight(odd) { background: color-mix(in srgb, var(--warn) 26%, transparent); }
    ::highlight(chosen) { background: color-mix(in srgb, var(--link) 34%, transparent); }
    #said:empty { display: none; } #body:focus { outline: 0; }
    button.plain { border: 0; padding: 0; text-align: start; color: var(--link); text-decoration: underline;
      border-radius: 2px; }
    blockquote button.plain { color: inherit; text-decoration: none; }
    button.plain:hover { text-decoration: underline; }
    .stepper { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: .6rem .9rem;
      margin: 0 0 1rem; }
    .stepper p { margin: .3rem 0 0; overflow-wrap: anywhere; } .stepper b { font-weight: 600; }
    .stepper input { padding: 0; border: 0; background: none; accent-color: var(--line); display: block; }
    .stops { display: flex; justify-content: space-between; gap: .3rem; font-size: .8em; }
    .stops button { border: 0; padding: 0; color: var(--quiet); flex: 0 1 auto; }
    .stops .on { color: var(--ink); font-weight: 600; }
    .modes { display: flex; } .modes button { border-radius: 0; font-size: .87em; }
    .modes button:first-child { border-radius: 6px 0 0 6px; } .modes button:last-child { border-radius: 0 6px 6px 0; }
    .modes [aria-pressed=true] { background: var(--line); color: var(--card); border-color: var(--line); }
    mark { color: inherit; background: none; }
    mark.e { background: hsl(var(--h) 75% 87%); border-radius: 4px; padding: .06em .16em; margin: 0 -.03em;
      cursor: pointer; }
    mark.e.off { background: none; cursor: inherit; }
    mark.e.on { outline: 2px solid hsl(var(--h) 60% 42%); }
    .q { font-style: italic; } .s { text-decoration: underline; text-decoration-color: var(--warn);
      text-decoration-thickness: 2px; text-underline-offset: .28em; }
    aside section { border-top: 1px solid var(--rule); padding: .8rem 0; } aside section:first-child { border: 0;
      padding-top: 0; }
    aside h2 { font-size: .95rem; margin: 0 0 .45rem; } aside p { margin: 0; }
    aside ul, aside ol { list-style: none; margin: 0; padding: 0; } aside li { margin: .15rem 0;
      overflow-wrap: anywhere; }
    aside blockquote { margin: .1rem 0 .6rem; padding-inline-start: .7rem;
      border-inline-start: 3px solid var(--rule); }
    .names li { display: inline-block; margin: 0 .3rem .35rem 0; }
    .names button { background: hsl(var(--h) 75% 90%); border-color: transparent; text-align: start;
      font-size: .92em; }
    .names button[aria-pressed=true] { outline: 2px solid hsl(var(--h) 60% 42%); }
    .key { color: var(--quiet); font-size: .87em; margin-top: .4rem; }
    .back { display: none; margin-bottom: .6rem; }
    #card { position: fixed; z-index: 5; max-width: min(22rem, calc(100vw - 1.5rem)); background: var(--ink);
      color: var(--ground);
      border-radius: 8px; padding: .55rem .8rem; font-size: .87em; line-height: 1.45; pointer-events: none;
      box-shadow: 0 4px 18px #0006; overflow-wrap: anywhere; }
    #card b { display: block; }
    kbd { border: 1px solid var(--rule); border-radius: 4px; padding: 0 .35em; font: inherit; font-size: .9em; }
    @media (prefers-color-scheme: dark) {
      mark.e { background: hsl(var(--h) 45% 26%); } .chip { background: hsl(var(--h) 42% 24%);
        border-color: hsl(var(--h) 40% 38%); }
      .names button { background: hsl(var(--h) 42% 24%); }
      mark.e.on, .names button[aria-pressed=true] { outline-color: hsl(var(--h) 70% 68%); } }
    @media (max-width: 68rem) { .columns { grid-template-columns: 1fr; gap: 1.2rem; } }
    @media (max-width: 48rem) { .view { grid-template-columns: 1fr; } main#article { display: none; }
      .reading nav { display: none; } .reading main#article { display: block; }
      .reading .back { display: inline-block; }
      .single .back { display: none; } nav { border: 0; } .bar { flex-direction: column-reverse; gap: .6rem; }
      .hint span + span { display: none; } .stops { display: none; } }
    @media print { nav, .bar, .back { display: none !important; } .view { display: block; height: auto; } }

    """
}
