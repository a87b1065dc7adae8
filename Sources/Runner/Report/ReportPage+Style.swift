extension ReportPage {
  static let style = """
    header { border-inline-start: 6px solid var(--good); padding-inline-start: 1.1rem; margin-bottom: 1.2rem; }
    header.bad { border-color: var(--bad); } header.warn { border-color: var(--warn); }
    header > p { margin: 0 0 .4rem; }
    .headline { display: flex; gap: 1.5rem; justify-content: space-between; align-items: baseline; }
    .headline h1 { flex: 1; overflow-wrap: anywhere; }
    .figure { margin: 0; white-space: nowrap; color: var(--quiet); }
    .figure strong { color: var(--good-ink); font-size: clamp(1.5rem, 4.5vw, 2.2rem); letter-spacing: -.02em;
      font-variant-numeric: tabular-nums; }
    .bad .figure strong { color: var(--bad-ink); } .warn .figure strong { color: var(--warn-ink); }
    .states { width: 100%; height: 20px; margin: .9rem 0 .6rem; border-radius: 5px; }
    .state-delivered { --c: var(--good); } .state-unchanged { --c: var(--calm); }
    .state-filtered { --c: var(--grey); }
    .state-skipped { --c: var(--warn); } .state-failed { --c: var(--bad); } .state-waiting { --c: var(--rule); }
    .states rect { fill: var(--c); }
    .swatch { display: inline-block; width: .75em; height: .75em; border-radius: 3px; margin-inline-end: .45em;
      background: var(--c); outline: 1px solid #8885; }
    .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; list-style: none; padding: 0; margin: 0;
      font-variant-numeric: tabular-nums; }
    .tiles { display: flex; flex-wrap: wrap; gap: 1px; margin: 1rem 0;
      background: var(--rule); border: 1px solid var(--rule); border-radius: 10px; overflow: hidden; }
    .tiles > div { flex: 1 1 9rem; background: var(--card); padding: .8rem 1rem; }
    .tiles dt { color: var(--quiet); font-size: .87em; } .tiles dd { margin: 0; }
    .tiles strong { display: block; font-size: 1.3rem; font-weight: 600; font-variant-numeric: tabular-nums;
      letter-spacing: -.01em; }
    .tiles span { color: var(--quiet); font-size: .87em; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 0 1.5rem;
      align-items: start; }
    figure { margin: 0 0 .5rem; } figcaption { margin-bottom: .6rem; }
    .plot { display: grid; grid-template: "top svg" 80px "middle svg" 1fr "bottom svg" auto ". x" auto / auto 1fr;
      column-gap: .6rem; grid-template-columns: minmax(2.2rem, auto) 1fr; grid-template-rows: 70px 1fr auto auto;
      font-size: .8em; color: var(--quiet); font-variant-numeric: tabular-nums; }
    .plot svg { grid-area: svg; width: 100%; height: 160px; }
    .plot span { text-align: end; line-height: 1; }
    .plot .top { grid-area: top; } .plot .middle { grid-area: middle; } .plot .bottom { grid-area: bottom; }
    .plot .from, .plot .to { grid-area: x; padding-top: .4rem; } .plot .from { text-align: start; }
    .grid { stroke: var(--rule); vector-effect: non-scaling-stroke; }
    .area { fill: var(--fill); }
    .line { fill: none; stroke: var(--line); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
    .failed { fill: var(--bad); }
    .plots { align-items: end; }
    .places th { white-space: nowrap; }
    .places .bar { width: 32%; min-width: 5rem; vertical-align: middle; }
    .places .bar svg { width: 100%; height: 12px; border-radius: 3px; } .places .bar rect { fill: var(--line); }
    td.number, th.number { padding-inline-start: 1rem; }
    .errors { list-style: none; padding: 0; margin: 0; }
    .errors > li { border-top: 1px solid var(--rule); padding: .7rem 0; }
    .errors p { margin: 0 0 .3rem; } .errors summary { color: var(--quiet); cursor: pointer; font-size: .92em; }
    .errors ul { margin: .3rem 0 0; padding-inline-start: 1.1rem; } .errors ul li { overflow-wrap: anywhere; }
    .count { color: var(--bad-ink); font-variant-numeric: tabular-nums; margin-inline-end: .35em; }
    .place { background: var(--ground); border: 1px solid var(--rule); border-radius: 5px; padding: .05em .45em;
      font-size: .87em; white-space: nowrap; margin-inline-end: .35em; }
    .reason { white-space: pre-wrap; overflow-wrap: anywhere; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      gap: .3rem 1.5rem; }
    .facts dt { color: var(--quiet); font-size: .87em; } .facts dd { margin: 0; }
    @media (max-width: 40rem) { .headline { flex-direction: column; gap: .2rem; }
    header { padding-inline-start: .8rem; }
      .places .bar { width: 35%; } }

    """
}
