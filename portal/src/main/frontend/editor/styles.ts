// The editor's own style; colors, type and spacing come from the portal's tokens.

import { css } from 'lit';

export const styles = css`
  :host { display: grid; grid-template: auto 1fr / 1fr 20rem; height: 100%; min-height: 32rem; color: var(--cl-ink); background: var(--cl-booth); font: 400 var(--cl-text-s, 0.875rem) / 1.45 var(--cl-sans, sans-serif); }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; padding: 0.5rem 1rem; background: var(--cl-sheet); border-bottom: 1px solid var(--cl-line); }
  header .space { flex: 1; }
  button { font: inherit; color: inherit; background: var(--cl-raised); border: 1px solid var(--cl-line-strong); border-radius: var(--cl-corner-m, 6px); padding: 0.35rem 0.7rem; min-height: 2.1rem; cursor: pointer; }
  .button { display: inline-grid; place-items: center; font-weight: inherit; background: var(--cl-raised); border: 1px solid var(--cl-line-strong); border-radius: var(--cl-corner-m, 6px); padding: 0.35rem 0.7rem; min-height: 2.1rem; box-sizing: border-box; cursor: pointer; }
  .button:focus-within { outline: 2px solid var(--cl-accent); outline-offset: 1px; }
  button:hover:not(:disabled) { border-color: var(--cl-ink-soft); }
  button:disabled { opacity: 0.5; cursor: default; }
  button.primary { background: var(--cl-accent); border-color: var(--cl-accent); color: var(--cl-on-accent); font-weight: 580; }
  button.danger { color: var(--cl-stop); border-color: var(--cl-stop); }
  button[aria-pressed='true'].face { background: var(--cl-accent-soft); border-color: var(--cl-accent); }
  :focus-visible { outline: 2px solid var(--cl-accent); outline-offset: 1px; }
  .group { display: inline-flex; gap: 0.25rem; }
  .standing { font-weight: 580; font-size: 0.86em; padding: 0.15rem 0.55rem; border-radius: var(--cl-corner-s, 4px); background: var(--cl-accent-soft); color: var(--cl-accent-strong); }
  .standing[data-state=APPROVED] { background: var(--cl-good-soft); color: var(--cl-good); }
  .standing[data-state=CHANGES_REQUIRED] { background: var(--cl-care-soft); color: var(--cl-care); }
  .saved { color: var(--cl-ink-soft); min-width: 7.5rem; text-align: end; }
  .saved.waiting { color: var(--cl-care); }
  .saved.offline { color: var(--cl-stop); font-weight: 580; }
  .people { display: inline-flex; }
  .people span { width: 1.9rem; height: 1.9rem; margin-inline-start: -0.35rem; border-radius: 50%; border: 2px solid var(--cl-sheet); color: #fff; display: grid; place-items: center; font-size: 0.72rem; font-weight: 620; text-shadow: 0 0 2px rgb(0 0 0 / 0.45); }
  .bench { position: relative; min-width: 0; overflow: auto; display: grid; place-items: center; touch-action: none; }
  .stage { width: min(100%, calc((100dvh - 11rem) * 1.5)); max-height: 100%; transform-origin: center; overflow: visible; }
  .body-shadow { fill: transparent; filter: drop-shadow(0 900px 1400px rgb(0 0 0 / 0.28)); }
  .beyond { fill: var(--cl-booth); fill-opacity: 0.72; pointer-events: none; }
  .layer { cursor: move; outline: none; }
  .layer.held { cursor: default; }
  .layer:focus-visible > * { outline: 2px solid var(--cl-accent); }
  .pending { fill: var(--cl-accent-soft); }
  .guides { pointer-events: none; }
  .guide, .guide-zone rect, .selected, .theirs, .finding, .snap { fill: none; vector-effect: non-scaling-stroke; }
  .guide.bleed { stroke: var(--cl-stop); stroke-width: 1px; }
  .guide.safe { stroke: var(--cl-good); stroke-width: 1px; stroke-dasharray: 5 4; }
  .guide-zone rect { stroke: var(--cl-ink-soft); stroke-width: 1px; stroke-dasharray: 2 3; }
  .guide-zone.clear rect { stroke: var(--cl-care); fill: var(--cl-care); fill-opacity: 0.1; }
  .guide-word { fill: var(--cl-ink-soft); font-family: var(--cl-sans, sans-serif); }
  .guide-word.bleed { fill: var(--cl-stop); }
  .guide-word.safe { fill: var(--cl-good); }
  .guide-zone rect.tag { fill: #fff; fill-opacity: 0.88; stroke: none; }
  .guide-zone text.tag { fill: #1c1d1f; font-family: var(--cl-sans, sans-serif); }
  .snap { stroke: var(--cl-accent); stroke-width: 1px; }
  .selected { stroke: var(--cl-accent); stroke-width: 2px; pointer-events: none; }
  .theirs { stroke-width: 2px; pointer-events: none; }
  .handle { fill: var(--cl-sheet); stroke: var(--cl-accent); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
  .handle.nw, .handle.se { cursor: nwse-resize; } .handle.ne, .handle.sw { cursor: nesw-resize; }
  .handle.n, .handle.s { cursor: ns-resize; } .handle.e, .handle.w { cursor: ew-resize; }
  .pointer { pointer-events: none; } .pointer text { font: 600 11px var(--cl-sans, sans-serif); fill: #fff; }
  .finding { stroke-width: 2px; pointer-events: none; }
  .finding.error { stroke: var(--cl-stop); } .finding.warning { stroke: var(--cl-care); stroke-dasharray: 6 4; } .finding.note { stroke: var(--cl-accent); stroke-dasharray: 2 4; }
  aside { overflow: auto; background: var(--cl-sheet); border-inline-start: 1px solid var(--cl-line); }
  .panel { padding: 1rem; border-bottom: 1px solid var(--cl-line); }
  h2 { margin: 0 0 0.6rem; font-size: var(--cl-text-m, 1rem); font-weight: 620; overflow-wrap: anywhere; }
  .quiet { margin: 0; color: var(--cl-ink-soft); } .quiet.good { color: var(--cl-good); }
  ul { list-style: none; margin: 0; padding: 0; }
  .layers li { display: flex; gap: 0.25rem; border-radius: var(--cl-corner-m, 6px); }
  .layers li.on { background: var(--cl-accent-soft); }
  .layers button { border-color: transparent; background: transparent; }
  .layer-name { flex: 1; min-width: 0; text-align: start; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .kind { display: inline-block; width: 0.7rem; height: 0.7rem; margin-inline-end: 0.5rem; border: 1.5px solid var(--cl-ink-soft); }
  .kind.text, .kind.field { border-width: 1.5px 0 0; } .kind.image { border-radius: 50%; } .kind.field { border-top-style: dashed; }
  .icon { width: 2.1rem; padding: 0; color: var(--cl-ink-faint); }
  .icon::before { content: '◉'; } .icon.hidden.on::before { content: '○'; } .icon.locked::before { content: '◇'; } .icon.locked.on::before { content: '◆'; color: var(--cl-accent); }
  fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 0.7rem; }
  label { display: grid; gap: 0.2rem; font-weight: 560; } label small { font-weight: 400; color: var(--cl-ink-soft); }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.6rem; } .pair label { grid-template-columns: auto 1fr; } .pair label > input, .pair label > select { grid-column: 1 / -1; }
  input, select { font: inherit; color: inherit; min-width: 0; width: 100%; box-sizing: border-box; padding: 0.35rem 0.5rem; min-height: 2.1rem; background: var(--cl-raised); border: 1px solid var(--cl-line-strong); border-radius: var(--cl-corner-m, 6px); }
  input[type='color'] { padding: 0.15rem; } input[type='file'] { position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; border: 0; opacity: 0; }
  .row { display: flex; flex-wrap: wrap; gap: 0.35rem; }
  .findings button { display: grid; gap: 0.1rem; width: 100%; text-align: start; border: 0; border-inline-start: 3px solid var(--cl-accent); border-radius: 0; margin-bottom: 0.4rem; }
  .findings .error button { border-color: var(--cl-stop); } .findings .warning button { border-color: var(--cl-care); } .findings .fix { display: inline-block; width: auto; margin: -0.2rem 0 0.6rem 0.6rem; border: 1px solid var(--cl-line-strong); border-radius: var(--cl-corner-m, 6px); } .findings small { color: var(--cl-ink-faint); font-family: var(--cl-mono, monospace); }
  .word { position: absolute; inset: auto 1rem 1rem; margin-inline: auto; max-width: 34rem; padding: 0.7rem 1rem; background: var(--cl-raised); border: 1px solid var(--cl-line-strong); border-inline-start: 4px solid var(--cl-stop); border-radius: var(--cl-corner-m, 6px); box-shadow: var(--cl-lift-2); display: flex; gap: 1rem; align-items: start; }
  .word p { margin: 0; flex: 1; } .word.plain { border-inline-start-color: var(--cl-accent); }
  @media (max-width: 50rem) {
    :host { grid-template: auto minmax(15rem, 46dvh) auto / 1fr; height: auto; }
    header { padding: 0.5rem; } aside { border: 0; border-top: 1px solid var(--cl-line); } .stage { width: 100%; }
    .saved { min-width: 0; }
  }
  @media (prefers-reduced-motion: no-preference) { .pointer { transition: transform 90ms linear; } }
`;
