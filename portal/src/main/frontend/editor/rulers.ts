// Rulers in millimeters along the upper and the left edge; their zero is the card's corner.

import { html, svg, type TemplateResult } from 'lit';
import type { Rect } from './snapping.js';
import type { Viewport } from './viewport.js';

/** How thick a ruler is, in pixels. */
export const RULER = 22;
const STEPS = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/** Both rulers, with what is selected shaded on them. */
export function rulers(view: Viewport, selected?: Rect): TemplateResult {
  const step = STEPS.find((one) => one / view.pixel >= 46) ?? 200_000;
  return html`<svg class="ruler top" width=${view.width} height=${RULER} aria-hidden="true">
      ${selected ? svg`<rect class="span" x=${(selected.x - view.x) / view.pixel} width=${selected.width / view.pixel} y="0" height=${RULER} />` : ''}
      ${ticks(view.x, view.width, view.pixel, step).map(
        ([at, mm]) => svg`<path d="M${at} ${mm === undefined ? RULER - 5 : RULER - 10}V${RULER}" />${mm === undefined ? '' : svg`<text x=${at + 3} y="11">${mm}</text>`}`,
      )}
    </svg>
    <svg class="ruler left" width=${RULER} height=${view.height} aria-hidden="true">
      ${selected ? svg`<rect class="span" y=${(selected.y - view.y) / view.pixel} height=${selected.height / view.pixel} x="0" width=${RULER} />` : ''}
      ${ticks(view.y, view.height, view.pixel, step).map(
        ([at, mm]) => svg`<path d="M${mm === undefined ? RULER - 5 : RULER - 10} ${at}H${RULER}" />${mm === undefined ? '' : svg`<text transform="translate(11 ${at - 3}) rotate(-90)">${mm}</text>`}`,
      )}
    </svg>
    <span class="ruler corner" aria-hidden="true">mm</span>`;
}

/** Where lines stand, in pixels; every fifth or so with its number. */
function ticks(from: number, length: number, pixel: number, step: number): [number, string | undefined][] {
  const small = step / (step % 5_000 === 0 || step === 500 ? 5 : step % 2_000 === 0 ? 4 : 10);
  const all: [number, string | undefined][] = [];
  for (let i = Math.ceil(from / small); i * small < from + length * pixel; i++) {
    const at = i * small;
    const word = Math.round(at) % step === 0 ? (at / 1000 || 0).toLocaleString(undefined, { maximumFractionDigits: 1 }) : undefined;
    all.push([Math.round((at - from) / pixel) + 0.5, word]);
  }
  return all;
}
