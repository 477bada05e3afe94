// How the panels look: values, layers, preflight; beside the card, or as a sheet below it on a phone.

import { css } from 'lit';

export const panelStyles = css`
  aside { grid-area: aside; min-height: 0; display: grid; grid-template-rows: minmax(0, 1.6fr) minmax(0, 1fr) fit-content(22%); background: var(--cl-sheet); border-inline-start: 1px solid var(--cl-line); }
  .tabs { display: none; }
  .panel { padding: 1rem; border-bottom: 1px solid var(--cl-line); overflow: auto; min-height: 0; }
  h3 { font-size: 1em; font-weight: 620; margin: 0 0 0.4rem; }
  fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 0.7rem; min-width: 0; }
  label { display: grid; gap: 0.2rem; font-weight: 560; } label small { font-weight: 400; color: var(--cl-ink-soft); }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.6rem; } .pair label { grid-template-columns: auto 1fr; align-items: baseline; column-gap: 0.3rem; } .pair label > :is(input, select, .color) { grid-column: 1 / -1; }
  .pair.line label { grid-template-columns: auto auto minmax(3.6rem, 1fr); align-items: center; } .pair.line label > input { grid-column: auto; }
  .color { display: grid; grid-template-columns: 3rem 1fr; gap: 0.35rem; } .color .code { font-family: var(--cl-mono, monospace); }
  label.check { display: flex; align-items: center; gap: 0.5rem; } label.check input { width: 1.15rem; height: 1.15rem; min-height: 0; accent-color: var(--cl-accent); }
  summary { cursor: pointer; font-weight: 580; padding: 0.35rem 0; } details[open] { display: grid; gap: 0.7rem; } details > :not(summary) { margin-top: 0.5rem; }
  .tools { display: grid; grid-template-columns: repeat(8, 1fr); gap: 0.25rem; margin-bottom: 0.9rem; } .tools .tool { width: auto; min-height: 2rem; }
  .row { display: flex; flex-wrap: wrap; gap: 0.35rem; }
  .layers li { display: flex; align-items: center; gap: 0.1rem; border-radius: var(--cl-corner-m, 6px); border-block-start: 2px solid transparent; }
  .layers li.on { background: var(--cl-accent-soft); }
  .layers li.inner { padding-inline-start: 1.2rem; }
  .layers li.target { border-block-start-color: var(--cl-accent); }
  .layers li.unseen-layer .layer-name { color: var(--cl-ink-soft); font-style: italic; }
  .layers button { border-color: transparent; background: transparent; }
  .layers .drag { display: grid; place-items: center; width: 1.4rem; min-height: 2rem; cursor: grab; color: var(--cl-ink-faint); touch-action: none; }
  .layers.dragging { cursor: grabbing; user-select: none; }
  .layers .drag svg { stroke-width: 2.2; }
  .layer-name { flex: 1; min-width: 0; display: flex; align-items: center; gap: 0.5rem; text-align: start; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-inline: 0.3rem; }
  .head .layer-name { font-weight: 580; }
  .must { font-style: normal; font-size: 0.82em; color: var(--cl-care); margin-inline-start: auto; }
  .layers button.icon { width: 2rem; padding: 0; color: var(--cl-ink-soft); display: grid; place-items: center; flex: none; } .layers button.icon[aria-pressed='true'] { color: var(--cl-accent); }
  .rename { flex: 1; }
  .findings button { display: grid; gap: 0.1rem; width: 100%; text-align: start; border: 0; border-inline-start: 3px solid var(--cl-accent); border-radius: 0; margin-bottom: 0.4rem; }
  .findings .fix { display: inline-block; width: auto; margin: -0.2rem 0 0.6rem 0.6rem; border: 1px solid var(--cl-line-strong); border-radius: var(--cl-corner-m, 6px); }
  .findings .error button:not(.fix) { border-color: var(--cl-stop); } .findings .warning button:not(.fix) { border-color: var(--cl-care); } .findings small { color: var(--cl-ink-soft); font-family: var(--cl-mono, monospace); }
  @media (pointer: coarse) { .tools .tool { min-height: 2.75rem; } .layers .drag { width: 2.2rem; min-height: 2.75rem; } }
  @media (max-width: 50rem) {
    aside { border: 0; border-top: 1px solid var(--cl-line); max-height: 44dvh; display: grid; grid-template-rows: auto minmax(0, 1fr); overflow: hidden; box-shadow: 0 -6px 16px -8px rgb(0 0 0 / 0.25); }
    .tabs { display: grid; grid-template-columns: repeat(3, 1fr); border-bottom: 1px solid var(--cl-line); }
    .tabs button { border: 0; border-radius: 0; border-bottom: 3px solid transparent; background: none; min-height: 2.75rem; } .tabs button[aria-selected='true'] { border-color: var(--cl-accent); font-weight: 620; }
    .panel { display: none; padding: 0.75rem; border: 0; overflow: auto; } .panel.shown { display: block; }
  }
`;
