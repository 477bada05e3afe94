// How the bench looks: the card, its guides, handles and rulers.

import { css } from 'lit';

export const stageStyles = css`
  .bench { grid-area: bench; position: relative; min-width: 0; min-height: 0; overflow: hidden; background: var(--cl-booth); }
  .canvas { position: absolute; inset: 22px 0 0 22px; touch-action: none; overflow: hidden; }
  .canvas.panning, .canvas.panning * { cursor: grab !important; }
  .canvas.drawing, .canvas.drawing * { cursor: crosshair !important; }
  .stroke, .cross { pointer-events: none; } .cross { stroke-width: 2px; }
  .draw-bar { position: absolute; inset: 32px 0.75rem auto calc(22px + 0.75rem); margin-inline: auto; width: fit-content; max-width: calc(100% - 4rem); display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; padding: 0.4rem 0.6rem; background: var(--cl-sheet); border: 1px solid var(--cl-line); border-radius: var(--cl-corner-l, 8px); box-shadow: var(--cl-lift-2); } .draw-bar p { margin: 0; } .draw-bar label { display: flex; align-items: center; gap: 0.35rem; } .draw-bar input { width: 4rem; }
  .stage { display: block; width: 100%; height: 100%; outline: none; }
  .body-shadow { fill: transparent; filter: drop-shadow(0 900px 1400px rgb(0 0 0 / 0.28)); }
  .beyond { fill: var(--cl-booth); fill-opacity: 0.72; pointer-events: none; }
  .layer { cursor: move; outline: none; } .layer.held { cursor: default; }
  .layer:focus-visible > * { outline: 2px solid var(--cl-accent); outline-offset: 2px; }
  .pending { fill: var(--cl-accent-soft); }
  rect.slot { fill: var(--cl-sheet); fill-opacity: 0.55; stroke: var(--cl-ink-soft); stroke-width: 1px; stroke-dasharray: 6 4; vector-effect: non-scaling-stroke; }
  text.slot { fill: var(--cl-ink); font-family: var(--cl-sans, sans-serif); pointer-events: none; }
  .guides, .finding, .theirs, .pointer, .selected, .stem, .frame, .snap, .handle { pointer-events: none; }
  .guide, .guide-zone rect, .casing, .selected, .theirs, .finding, .snap, .frame { fill: none; vector-effect: non-scaling-stroke; }
  .guide.bleed { stroke: var(--cl-stop); stroke-width: 1px; }
  .guide.safe { stroke: var(--cl-good); stroke-width: 1px; stroke-dasharray: 5 4; }
  .guide-zone rect { stroke: var(--cl-ink-soft); stroke-width: 1px; stroke-dasharray: 2 3; }
  .guide-zone.clear rect { stroke: var(--cl-care); fill: var(--cl-care); fill-opacity: 0.1; }
  .guide-word { fill: var(--cl-ink-soft); font-family: var(--cl-sans, sans-serif); }
  .guide-word.bleed { fill: var(--cl-stop); } .guide-word.safe { fill: var(--cl-good); }
  .guide-zone rect.tag { fill: #fff; fill-opacity: 0.88; stroke: none; }
  .guide-zone text.tag { fill: #1c1d1f; font-family: var(--cl-sans, sans-serif); }
  .casing { stroke: light-dark(#fff, #000); stroke-opacity: 0.7; stroke-width: 3.5px; pointer-events: none; } .guides .casing { stroke-width: 2.5px; stroke-opacity: 0.5; }
  .snap { stroke: var(--cl-accent); stroke-width: 1px; }
  .selected { stroke: var(--cl-accent); stroke-width: 1.5px; } .selected.all { stroke-dasharray: 4 3; stroke-width: 1px; }
  .frame { stroke: var(--cl-accent); stroke-width: 1px; fill: var(--cl-accent); fill-opacity: 0.12; }
  .theirs { stroke-width: 2px; }
  .stem { stroke: var(--cl-accent); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
  .handle { fill: var(--cl-sheet); stroke: var(--cl-accent); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
  /* What a hand can take is wider than what is seen. */
  .grip { fill: transparent; stroke: transparent; stroke-width: 10px; vector-effect: non-scaling-stroke; pointer-events: all; cursor: nwse-resize; }
  .grip.ne, .grip.sw { cursor: nesw-resize; } .grip.n, .grip.s { cursor: ns-resize; } .grip.e, .grip.w { cursor: ew-resize; } .grip.rotate { cursor: grab; }
  @media (pointer: coarse) { .grip { stroke-width: 34px; } }
  .pointer text { font: 600 11px var(--cl-sans, sans-serif); fill: #fff; }
  .finding { stroke-width: 2px; }
  .finding.error { stroke: var(--cl-stop); } .finding.warning { stroke: var(--cl-care); stroke-dasharray: 6 4; } .finding.note { stroke: var(--cl-accent); stroke-dasharray: 2 4; }
  .ruler { position: absolute; background: var(--cl-sheet); pointer-events: none; }
  .ruler.top { inset: 0 auto auto 22px; border-bottom: 1px solid var(--cl-line); } .ruler.left { inset: 22px auto auto 0; border-inline-end: 1px solid var(--cl-line); }
  .ruler.top { box-sizing: border-box; } .ruler.left { box-sizing: border-box; }
  .ruler path { stroke: var(--cl-ink-faint); stroke-width: 1px; } .ruler text { font-size: 10px; fill: var(--cl-ink-soft); font-variant-numeric: tabular-nums; }
  .ruler .span { fill: var(--cl-accent-soft); }
  .ruler.corner { inset: 0 auto auto 0; width: 22px; height: 22px; display: grid; place-items: center; font-size: 0.62rem; color: var(--cl-ink-soft); box-sizing: border-box; border-inline-end: 1px solid var(--cl-line); border-bottom: 1px solid var(--cl-line); }
  .view-bar { position: absolute; inset: auto auto 0.75rem calc(22px + 0.75rem); display: flex; gap: 0.2rem; padding: 0.25rem; background: var(--cl-sheet); border: 1px solid var(--cl-line); border-radius: var(--cl-corner-l, 8px); box-shadow: var(--cl-lift-2); }
  .view-bar button { border-color: transparent; background: transparent; } .view-bar .zoom { min-width: 4.2rem; padding-inline: 0.3rem; font-variant-numeric: tabular-nums; }
  .word { position: absolute; inset: auto 1rem 4rem; margin-inline: auto; max-width: 34rem; padding: 0.7rem 1rem; background: var(--cl-raised); border: 1px solid var(--cl-line-strong); border-inline-start: 4px solid var(--cl-stop); border-radius: var(--cl-corner-m, 6px); box-shadow: var(--cl-lift-2); display: flex; gap: 1rem; align-items: start; z-index: 1; }
  .word p { margin: 0; flex: 1; } .word.plain { border-inline-start-color: var(--cl-accent); }
  @media (max-width: 50rem) { .view-bar { inset: auto 0.4rem 0.4rem auto; gap: 0; } .view-bar .zoom { min-width: 3.4rem; } }
  @media (prefers-reduced-motion: no-preference) { .pointer { transition: transform 90ms linear; } }
`;
