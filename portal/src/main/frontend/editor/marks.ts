// What lies over the card while it is worked on: guides, findings, selection, the others' pointers.

import { nothing, svg, type TemplateResult } from 'lit';
import { around, bounds, type Placed } from './dragging.js';
import type { Layer } from './model.js';
import { current, turn, type Finding, type Other, type Scene } from './scene.js';
import type { Rect } from './snapping.js';
import { zoneWord } from './words.js';

export function guides(scene: Scene): TemplateResult {
  const { card, face, pixel } = scene;
  const safe = card.safeMargin;
  return svg`<g class="guides" aria-hidden="true">
    <rect class="casing" x=${safe} y=${safe} width=${card.width - 2 * safe} height=${card.height - 2 * safe} rx=${Math.max(0, card.cornerRadius - safe)} />
    <rect class="guide bleed" x=${-card.bleed} y=${-card.bleed} width=${card.width + 2 * card.bleed} height=${card.height + 2 * card.bleed} />
    <rect class="guide safe" x=${safe} y=${safe} width=${card.width - 2 * safe} height=${card.height - 2 * safe} rx=${Math.max(0, card.cornerRadius - safe)} />
    ${card.zones
      .filter((zone) => zone.face === face)
      .map(
        (zone) => svg`<g class="guide-zone ${zone.keepClear ? 'clear' : ''}">
          <rect x=${zone.x} y=${zone.y} width=${zone.width} height=${zone.height} />
          ${tag(zoneWord(zone.kind), zone, pixel)}
        </g>`,
      )}
    <text class="guide-word bleed" x=${-card.bleed} y=${-card.bleed - 5 * pixel} font-size=${11 * pixel}>Bleed</text>
    <text class="guide-word safe" x=${-card.bleed + 46 * pixel} y=${-card.bleed - 5 * pixel} font-size=${11 * pixel}>Safe area</text>
  </g>`;
}

/** A zone's name on a ground of its own, readable on a card of any color: in it, or below it where a large view has the room. */
function tag(word: string, zone: Rect, pixel: number): TemplateResult | typeof nothing {
  const width = (word.length * 5.8 + 8) * pixel;
  const fits = width <= zone.width - 6 * pixel;
  if (!fits && pixel > 160) {
    return nothing;
  }
  const x = fits ? zone.x + 3 * pixel : zone.x;
  const y = fits ? zone.y + 3 * pixel : zone.y + zone.height + 3 * pixel;
  return svg`<rect class="tag" x=${x} y=${y} width=${width} height=${16 * pixel} rx=${2 * pixel} />
    <text class="tag" x=${x + 4 * pixel} y=${y + 12 * pixel} font-size=${11 * pixel}>${word}</text>`;
}

export function findingMark(finding: Finding, pixel: number): TemplateResult {
  return svg`<rect class="finding ${finding.severity}" x=${finding.x} y=${finding.y} width=${Math.max(finding.width, 4 * pixel)}
    height=${Math.max(finding.height, 4 * pixel)}><title>${finding.message}</title></rect>`;
}

export function snapLines({ lines, box }: Scene): TemplateResult {
  const { vertical, horizontal } = lines;
  return svg`${vertical === undefined ? nothing : svg`<line class="snap" x1=${vertical} x2=${vertical} y1=${box.y} y2=${box.y + box.height} />`}
    ${horizontal === undefined ? nothing : svg`<line class="snap" y1=${horizontal} y2=${horizontal} x1=${box.x} x2=${box.x + box.width} />`}`;
}

export function otherMarks(scene: Scene, other: Other): TemplateResult {
  const { pixel, face } = scene;
  const frames = other.selection
    .map((id) => scene.layers.get(id))
    .filter((layer): layer is Layer => layer?.face === face)
    .map(
      (layer) => svg`<rect class="theirs" transform=${turn(layer)} stroke=${other.color} x=${layer.x} y=${layer.y} width=${layer.width} height=${layer.height} />`,
    );
  if (other.x === undefined || other.y === undefined) {
    return svg`${frames}`;
  }
  return svg`${frames}<g class="pointer" transform="translate(${other.x} ${other.y}) scale(${pixel})" aria-hidden="true">
    <path d="M0 0l5 14 2.4-5.6L13 6z" fill=${other.color} />
    <rect x="11" y="14" width=${other.name.length * 6.4 + 10} height="17" rx="3" style="fill:oklch(from ${other.color} min(l, 0.5) c h)" />
    <text x="16" y="26">${other.name}</text>
  </g>`;
}

const HANDLES: [string, number, number][] = [
  ['nw', 0, 0], ['n', 0.5, 0], ['ne', 1, 0], ['e', 1, 0.5], ['se', 1, 1], ['s', 0.5, 1], ['sw', 0, 1], ['w', 0, 0.5],
];

/** A frame around each selected layer, and handles around them all. */
export function selectionMarks(scene: Scene): TemplateResult | typeof nothing {
  const all = [...scene.selection]
    .map((id): [string, Layer | undefined] => [id, scene.layers.get(id)])
    .filter((one): one is [string, Layer] => one[1]?.face === scene.face)
    .map(([id, layer]) => current(scene, id, layer));
  const movable = all.filter((layer) => !scene.held(layer));
  const box = movable.length === 1 ? movable[0] : around(movable.map(bounds));
  return svg`${all.map((layer) =>
    ['casing', 'selected'].map(
      (kind) => svg`<rect class=${kind} transform=${turn(layer)} x=${layer.x} y=${layer.y} width=${layer.width} height=${layer.height} />`,
    ),
  )}${box ? handles({ rotation: 0, ...box }, scene.pixel, movable.length > 1) : nothing}`;
}

function handles(box: Placed, pixel: number, several: boolean): TemplateResult {
  const size = 9 * pixel;
  const shown = HANDLES.filter(
    ([, fx, fy]) => (fx !== 0.5 || box.width > 4 * size) && (fy !== 0.5 || box.height > 4 * size),
  );
  const middle = box.x + box.width / 2;
  return svg`<g transform=${turn(box)}>
    ${several ? svg`<rect class="selected all" x=${box.x} y=${box.y} width=${box.width} height=${box.height} />` : nothing}
    <path class="stem" d="M${middle} ${box.y}V${box.y - 26 * pixel}" />
    <circle class="grip rotate" data-handle="rotate" cx=${middle} cy=${box.y - 26 * pixel} r=${5 * pixel}><title>Rotate (Ctrl [ and ])</title></circle>
    <circle class="handle rotate" cx=${middle} cy=${box.y - 26 * pixel} r=${5 * pixel} />
    ${shown.map(([name, fx, fy]) => {
      const [x, y] = [box.x + fx * box.width - size / 2, box.y + fy * box.height - size / 2];
      return svg`<rect class="grip ${name}" data-handle=${name} x=${x} y=${y} width=${size} height=${size} />
        <rect class="handle" x=${x} y=${y} width=${size} height=${size} />`;
    })}
  </g>`;
}

export function frameMark(frame?: Rect): TemplateResult | typeof nothing {
  return frame ? svg`<rect class="frame" x=${frame.x} y=${frame.y} width=${frame.width} height=${frame.height} />` : nothing;
}

/** What is being drawn, and where keys would draw. */
export function drawingMark({ drawing, cursor, pixel }: Scene): TemplateResult {
  return svg`${drawing
    ? drawing.surface
      ? svg`<path class="stroke" d=${drawing.d} fill=${drawing.color} />`
      : svg`<path class="stroke" d=${drawing.d} fill="none" stroke=${drawing.color} stroke-width=${drawing.width} stroke-linejoin="round" stroke-linecap="round" />`
    : nothing}${cursor
    ? svg`<path class="snap cross" d="M${cursor[0] - 10 * pixel} ${cursor[1]}h${20 * pixel}M${cursor[0]} ${cursor[1] - 10 * pixel}v${20 * pixel}" />`
    : nothing}`;
}
