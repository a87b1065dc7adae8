extension ComparisonPage {
  static let style = """
    main { max-width: 84rem; }
    .names { display: grid; grid-template-columns: auto 1fr; gap: .15rem .7rem; margin: 0 0 1rem; }
    .names dt { font-weight: 600; } .names dd { margin: 0; overflow-wrap: anywhere; padding-top: .12rem; }
    .bad { color: var(--bad-ink); } .good { color: var(--good-ink); }
    .card p { margin: .7rem 0 0; } .swaps { margin: .3rem 0 0; padding-inline-start: 1.2rem; columns: 12rem; }
    .card { overflow: hidden; } .reasons .number { text-align: start; white-space: normal; overflow-wrap: anywhere; }
    .dot { display: inline-block; width: .7em; height: .7em; border-radius: 2px; margin-inline-end: .5em;
      background: hsl(var(--h) 55% 55%); }
    tbody tr:hover { background: var(--ground); }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    #pairs > details { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; margin: .5rem 0; }
    #pairs > details > summary { padding: .6rem .9rem; overflow-wrap: anywhere; }
    summary { cursor: pointer; } summary b { font-weight: 600; }
    .pair { padding: 0 .9rem 1rem; }
    .layers { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; border-top: 1px solid var(--rule); padding: .7rem 0; }
    .layer { max-width: 100%; } .layer ul, .chains { margin: .3rem 0 .5rem; padding: 0; list-style: none;
      overflow-wrap: anywhere; }
    .layer[open] { flex-basis: 100%; } .chains { flex-basis: 100%; }
    .layer li { margin: .1rem 0; font-size: .94em; }
    .sign { font-weight: 700; font-style: normal; } .sign.added { color: var(--good-ink); }
    .sign.removed { color: var(--bad-ink); } .sign.moved, .sign.relabelled, .sign.changed { color: var(--warn-ink); }
    .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.6rem; }
    .side { min-width: 0; } .side h3 { margin: .2rem 0 .5rem; font-size: 1rem; }
    .side .summary { border-inline-start: 3px solid var(--rule); padding-inline-start: .7rem; margin: 0 0 1rem;
      color: var(--quiet); }
    .text { line-height: 1.65; overflow-wrap: anywhere; } .text p { white-space: pre-wrap; margin: 0 0 .9em; }
    .text h2, .text h3, .text h4 { font-size: 1rem; margin: 1.1em 0 .4em; }
    mark { color: inherit; background: none; }
    mark.e { border-bottom: 2px solid hsl(var(--h) 45% 60% / .55); }
    mark.fate { border-radius: 4px; padding: .06em .2em; border-bottom: 0; }
    mark.fate .sign { margin-inline-end: .25em; }
    mark.added { background: #cdebd9; } mark.removed { background: #f9d3cf; }
    mark.moved, mark.relabelled, mark.changed { background: #f6e3b4; }
    .s { text-decoration: underline; text-decoration-color: var(--warn); text-decoration-thickness: 2px;
      text-underline-offset: .28em; } .q { font-style: italic; }
    @media (prefers-color-scheme: dark) { mark.added { background: #1d4a33; } mark.removed { background: #5c2723; }
      mark.moved, mark.relabelled, mark.changed { background: #534317; } }
    @media (max-width: 48rem) { .sides { grid-template-columns: 1fr; } .pair { padding: 0 .7rem .8rem; } }
    @media print { details > .pair { display: block; } }

    """
}
