// The editor's frame: bars, panels' place, fields and buttons; colors, type and spacing come from the portal's tokens.

import { css } from 'lit';
import { panelStyles } from './styles-panels.js';
import { sheetStyles } from './styles-sheets.js';
import { stageStyles } from './styles-stage.js';

const frame = css`
  :host { display: block; height: 100%; min-height: 30rem; color: var(--cl-ink); background: var(--cl-booth); font: 400 var(--cl-text-s, 0.875rem) / 1.45 var(--cl-sans, sans-serif); }
  .whole { display: grid; grid-template: 'head head' auto 'banner banner' auto 'bench aside' minmax(0, 1fr) / minmax(0, 1fr) 20rem; height: 100%; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  header { grid-area: head; display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; align-items: center; padding: 0.5rem 1rem; background: var(--cl-sheet); border-bottom: 1px solid var(--cl-line); }
  header .space { flex: 1; }
  .banner { grid-area: banner; margin: 0; padding: 0.45rem 1rem; background: var(--cl-care-soft); color: var(--cl-care); font-weight: 560; }
  button, .button { font: inherit; color: inherit; background: var(--cl-raised); border: 1px solid var(--cl-line-strong); border-radius: var(--cl-corner-m, 6px); padding: 0.35rem 0.7rem; min-height: 2.1rem; box-sizing: border-box; cursor: pointer; }
  .button { display: inline-grid; place-items: center; }
  .button:focus-within { outline: 2px solid var(--cl-accent); outline-offset: 1px; }
  button:hover:not(:disabled) { border-color: var(--cl-ink-soft); }
  button:disabled { opacity: 0.45; cursor: default; }
  button.primary { background: var(--cl-accent); border-color: var(--cl-accent); color: var(--cl-on-accent); font-weight: 580; }
  button[aria-pressed='true']:is(.face, .tool) { background: var(--cl-accent-soft); border-color: var(--cl-accent); }
  .tool { width: 2.1rem; padding: 0; display: inline-grid; place-items: center; }
  svg.icon { width: 1rem; height: 1rem; fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; flex: none; }
  :focus-visible { outline: 2px solid var(--cl-accent); outline-offset: 1px; }
  .group { display: inline-flex; gap: 0.25rem; }
  #add { display: inline-flex; align-items: center; gap: 0.35rem; }
  .standing { font-weight: 580; font-size: 0.86em; padding: 0.15rem 0.55rem; border-radius: var(--cl-corner-s, 4px); background: var(--cl-live-wash, var(--cl-raised)); color: var(--cl-accent); }
  .standing[data-state=APPROVED] { color: var(--cl-good); } .standing[data-state=CHANGES_REQUIRED] { color: var(--cl-care); }
  .saved { color: var(--cl-ink-soft); min-width: 4.5rem; text-align: end; }
  .saved.waiting { color: var(--cl-care); }
  .saved.offline { color: var(--cl-stop); font-weight: 580; }
  .people { display: inline-flex; }
  .people span { background: oklch(from var(--who) min(l, 0.5) c h); width: 1.9rem; height: 1.9rem; margin-inline-start: -0.35rem; border-radius: 50%; border: 2px solid var(--cl-sheet); color: #fff; display: grid; place-items: center; font-size: 0.72rem; font-weight: 620; }
  input, select { font: inherit; color: inherit; min-width: 0; width: 100%; box-sizing: border-box; padding: 0.35rem 0.5rem; min-height: 2.1rem; background: var(--cl-raised); border: 1px solid var(--cl-line-strong); border-radius: var(--cl-corner-m, 6px); }
  @supports (appearance: base-select) {
    select.faces, select.faces::picker(select) { appearance: base-select; }
    select.faces { align-items: center; }
    select.faces::picker(select) { color: var(--cl-ink); background: var(--cl-sheet); border: 1px solid var(--cl-line-strong); border-radius: var(--cl-corner-m, 6px); padding: 0.35rem; max-block-size: 24rem; }
    select.faces optgroup { font: 560 var(--cl-text-xs, 0.75rem) var(--cl-sans, sans-serif); color: var(--cl-ink-soft); padding-block: 0.3rem; }
    select.faces option { color: var(--cl-ink); font-size: 1.25rem; line-height: 1.3; font-weight: 400; padding: 0.3rem 0.5rem; border-radius: var(--cl-corner-s, 4px); }
    select.faces option:is(:hover, :focus-visible) { background: var(--cl-booth); }
  }
  ::placeholder { color: var(--cl-ink-faint); opacity: 1; }
  input[type='color'] { padding: 0.15rem; } input[type='file'] { position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; border: 0; opacity: 0; }
  h2 { margin: 0 0 0.6rem; font-size: var(--cl-text-m, 1rem); font-weight: 620; overflow-wrap: anywhere; } h2 small { font-weight: 400; color: var(--cl-ink-soft); }
  .quiet { margin: 0; color: var(--cl-ink-soft); } .quiet.good { color: var(--cl-good); }
  ul { list-style: none; margin: 0; padding: 0; }
  kbd { font: inherit; font-size: 0.9em; color: var(--cl-ink-soft); white-space: nowrap; }
  @media (min-width: 120rem) { :host { font-size: var(--cl-text-m, 1rem); } .whole { grid-template-columns: minmax(0, 1fr) 26rem; } }
  @media (pointer: coarse) { button, .button, input, select { min-height: 2.75rem; } .tool, .layers .icon { width: 2.75rem; } }
  @media (max-width: 50rem) {
    .whole { grid-template: 'head' auto 'banner' auto 'bench' minmax(0, 1fr) 'aside' auto / minmax(0, 1fr); }
    header { padding: 0.4rem 0.5rem; gap: 0.35rem; }
    .saved { min-width: 0; }
    header .space, .wide, #add-text, #add-image, #add-shape { display: none; } .saved { margin-inline-start: auto; }
    .people span { width: 1.7rem; height: 1.7rem; }
  }
`;

export const styles = [frame, stageStyles, panelStyles, sheetStyles];
