// How dialogs, the menu, the palette and the card in the hand look.

import { css } from 'lit';

export const sheetStyles = css`
  .sheet { border: 1px solid var(--cl-line); border-radius: var(--cl-corner-l, 8px); background: var(--cl-sheet); color: var(--cl-ink); padding: 0; width: min(46rem, 100vw - 2rem); max-height: calc(100dvh - 2rem); box-shadow: var(--cl-lift-3); overflow: hidden; box-sizing: border-box; }
  .sheet::backdrop { background: rgb(0 0 0 / 0.45); }
  .sheet-body { padding: 1rem; display: grid; gap: 0.75rem; max-height: inherit; box-sizing: border-box; grid-template-rows: auto minmax(0, 1fr); }
  .sheet-head { display: flex; justify-content: space-between; align-items: center; gap: 1rem; } .sheet-head h2 { margin: 0; }
  .keys { overflow: auto; min-height: 0; } .keys .columns { columns: 20rem 2; column-gap: 2rem; }
  .keys section { break-inside: avoid-column; margin-bottom: 1.1rem; } .keys dl { margin: 0; } .keys dl div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0.75rem; padding: 0.16rem 0; border-bottom: 1px solid var(--cl-line); }
  .keys dt { color: var(--cl-ink-soft); } .keys dd { margin: 0; }
  .commands { width: min(34rem, 100vw - 2rem); margin-top: 10dvh; } .commands .sheet-body { grid-template-rows: auto auto minmax(0, 1fr); }
  .commands ul { overflow: auto; max-height: min(24rem, 60dvh); } .commands li { display: grid; grid-template-columns: 1fr auto 5.5rem; gap: 0.8rem; align-items: center; padding: 0.4rem 0.6rem; border-radius: var(--cl-corner-m, 4px); cursor: pointer; }
  .commands li small { color: var(--cl-ink-soft); } .commands li kbd { text-align: end; } .commands li[aria-selected='true'], .commands li:hover { background: var(--cl-accent-soft); }
  .veil { position: fixed; inset: 0; z-index: 9; }
  .menu { position: fixed; z-index: 10; min-width: 14rem; max-height: calc(100dvh - 16px); overflow: auto; padding: 0.3rem; background: var(--cl-raised); border: 1px solid var(--cl-line); border-radius: var(--cl-corner-l, 8px); box-shadow: var(--cl-lift-3); }
  .menu button { display: flex; justify-content: space-between; gap: 1.5rem; width: 100%; text-align: start; border: 0; background: none; } .menu button:is(:hover, :focus) { background: var(--cl-accent-soft); outline-offset: -2px; }
  .menu [role='separator'] { border-top: 1px solid var(--cl-line); margin: 0.3rem 0; }
  .library ul { --checks: repeating-conic-gradient(#a9aeb5 0 25%, #9299a1 0 50%) 0 0 / 12px 12px; display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.75rem; overflow: auto; min-height: 0; padding: 2px; }
  .library li button { display: grid; gap: 0.3rem; width: 100%; padding: 0.5rem; text-align: start; background: none; }
  .library li img { width: 100%; aspect-ratio: 4 / 3; object-fit: contain; background: var(--checks); border-radius: var(--cl-corner-s, 4px); }
  .library li span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .library li small { color: var(--cl-ink-soft); }
  .shelves { display: grid; gap: 0.75rem; min-height: 0; grid-template-rows: auto minmax(0, 1fr); } .shelf-tabs { justify-self: start; }
  .shelves > .library { display: grid; gap: 0.75rem; min-height: 0; grid-template-rows: auto minmax(0, 1fr); } :is(.shelves, .packs) > :only-child { grid-row: 1 / -1; }
  .pack-bar { display: flex; gap: 0.75rem; align-items: end; } .pack-bar label:not(.pack-ink) { flex: 1; max-width: 20rem; } .pack-ink { width: 4rem; }
  .library li svg { width: 100%; aspect-ratio: 4 / 3; border-radius: var(--cl-corner-s, 4px); } .library li svg.drawing { background: #fff; padding: 0.5rem; box-sizing: border-box; } .library li svg.on-dark { background: #33383f; } .library li svg.look { background: var(--checks); }
  .library li button[aria-pressed='true'] { border-color: var(--cl-accent); box-shadow: inset 0 0 0 1px var(--cl-accent); } .packs li button { touch-action: pan-y; user-select: none; }
  .sheet.card { width: min(60rem, 100vw - 2rem); }
  .hand { display: grid; place-items: center; min-height: min(34rem, 62dvh); perspective: 1400px; touch-action: none; cursor: grab; background: radial-gradient(closest-side, var(--cl-raised), var(--cl-booth)); border-radius: var(--cl-corner-l, 8px); overflow: hidden; }
  .solid { position: relative; width: min(72%, 34rem, calc(54dvh * var(--ratio))); aspect-ratio: var(--ratio); transform-style: preserve-3d; transform: rotateX(var(--along)) rotateY(var(--across)); }
  .solid > * { position: absolute; inset: 0; border-radius: var(--corner); }
  .side { backface-visibility: hidden; overflow: hidden; transform: translateZ(3px); } .side.back { transform: rotateY(180deg) translateZ(3px); }
  .side svg { display: block; width: 100%; height: 100%; }
  .edge { filter: brightness(0.82); }
  .shine { position: absolute; inset: 0; pointer-events: none; background: linear-gradient(115deg, transparent calc(var(--light) - 26%), rgb(255 255 255 / 0.5) var(--light), transparent calc(var(--light) + 26%)); mix-blend-mode: soft-light; }
  .gloss .shine { background: linear-gradient(115deg, transparent calc(var(--light) - 12%), rgb(255 255 255 / 0.75) calc(var(--light) - 3%), rgb(255 255 255 / 0.28) calc(var(--light) + 3%), transparent calc(var(--light) + 16%)); mix-blend-mode: screen; }
  .matte .shine { background: radial-gradient(circle at var(--light) 30%, rgb(255 255 255 / 0.16), rgb(0 0 0 / 0.1)); mix-blend-mode: normal; }
  .metallic .shine { background: repeating-linear-gradient(90deg, rgb(255 255 255 / 0.05) 0 1px, rgb(0 0 0 / 0.05) 1px 2px), linear-gradient(105deg, rgb(0 0 0 / 0.22), rgb(255 255 255 / 0.55) calc(var(--light) - 10%), rgb(0 0 0 / 0.18) calc(var(--light) + 12%), rgb(255 255 255 / 0.3) calc(var(--light) + 40%), rgb(0 0 0 / 0.22)); mix-blend-mode: overlay; }
  .frosted .shine { background: linear-gradient(115deg, rgb(255 255 255 / 0.3), rgb(255 255 255 / 0.12) var(--light), rgb(255 255 255 / 0.32)); mix-blend-mode: screen; } .frosted .edge { opacity: 0.35; }
  .chip { fill: #cfae62; stroke: #8d7335; stroke-width: 120; } .chip-lines { fill: none; stroke: #8d7335; stroke-width: 160; } .magnetic { fill: #1d1b1a; } .panel-sign { fill: #f3f1ea; }
  .hand-row { align-items: center; gap: 0.8rem; } .sheet.card .sheet-body { grid-template-rows: auto minmax(0, 1fr) auto; }
  @media (prefers-reduced-motion: no-preference) { .solid:not(.held) { transition: transform 420ms cubic-bezier(0.2, 0, 0, 1); } }
  @media (max-width: 50rem) { .solid { width: min(88%, calc(42dvh * var(--ratio))); } .hand { min-height: 50dvh; } .menu { max-width: calc(100vw - 16px); } .commands li { grid-template-columns: 1fr auto; } .commands li small { display: none; } .keys dl div { grid-template-columns: 6.5rem 1fr; } }
`;
