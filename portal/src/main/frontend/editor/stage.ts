// The card on the bench, as SVG: body, layers, guides, selection, and the others' pointers.

import { html, nothing, svg, type TemplateResult } from 'lit';
import { stack, zoneWord, type CardBody, type Command, type Face, type Layer, type Layers } from './model.js';
import type { Rect } from './snapping.js';

export interface Outline {
  path: string;
  /** Where the box was when the outline was made. */
  x: number;
  y: number;
}

export interface Other {
  name: string;
  color: string;
  x?: number;
  y?: number;
  selection: string[];
}

export interface Finding {
  rule: string;
  severity: 'error' | 'warning' | 'note';
  face: Face;
  x: number;
  y: number;
  width: number;
  height: number;
  message: string;
  remedy: string;
  layer?: string;
  /** What mends it: an edit like any other. */
  fix?: { label: string; command: Command };
}

export interface Scene {
  card: CardBody;
  face: Face;
  layers: Layers;
  selection: ReadonlySet<string>;
  /** Boxes that are being dragged and are not committed yet. */
  moving: ReadonlyMap<string, Rect>;
  outlines: ReadonlyMap<string, Outline>;
  others: Other[];
  findings: Finding[];
  guides: boolean;
  lines: { vertical?: number; horizontal?: number };
  /** Micrometers of one screen pixel. */
  pixel: number;
  href(layer: Layer, id: string): string | undefined;
  readonly: boolean;
}

export const MARGIN = 5_000;

export function viewBox(card: CardBody): Rect {
  const edge = card.bleed + MARGIN;
  return { x: -edge, y: -edge, width: card.width + 2 * edge, height: card.height + 2 * edge };
}

export function stage(scene: Scene): TemplateResult {
  const { card, face } = scene;
  const box = viewBox(card);
  const bleed = card.bleed;
  return html`<svg
    class="stage"
    part="stage"
    viewBox="${box.x} ${box.y} ${box.width} ${box.height}"
    role="group"
    aria-label="${face === 'front' ? 'Front' : 'Back'} of the card"
  >
    <defs>
      <clipPath id="bleed">
        <rect x=${-bleed} y=${-bleed} width=${card.width + 2 * bleed} height=${card.height + 2 * bleed} />
      </clipPath>
    </defs>
    <rect class="body-shadow" x="0" y="0" width=${card.width} height=${card.height} rx=${card.cornerRadius} />
    <rect x=${-bleed} y=${-bleed} width=${card.width + 2 * bleed} height=${card.height + 2 * bleed} fill=${card.color} />
    <g clip-path="url(#bleed)">
      ${stack(scene.layers, face)
        .filter(([, layer]) => !layer.hidden)
        .map(([id, layer]) => drawLayer(scene, id, placed(scene, id, layer)))}
    </g>
    ${svg`<path class="beyond" fill-rule="evenodd" d=${beyond(card)} />`}
    ${scene.guides ? guides(scene) : nothing}
    ${scene.findings.filter((one) => one.face === face).map((one) => findingMark(one, scene.pixel))}
    ${snapLines(scene, box)} ${scene.others.map((other) => otherMarks(scene, other))}
    ${[...scene.selection].map((id) => selectionMarks(scene, id))}
  </svg>`;
}

function placed(scene: Scene, id: string, layer: Layer): Layer {
  const moving = scene.moving.get(id);
  return moving ? { ...layer, ...moving } : layer;
}

function turn(layer: Layer): string {
  return layer.rotation
    ? `rotate(${layer.rotation / 1000} ${layer.x + layer.width / 2} ${layer.y + layer.height / 2})`
    : '';
}

export function layerWord(layer: Layer): string {
  const what = { text: 'Text', image: 'Image', shape: 'Shape', field: 'Field' }[layer.type];
  return `${what}: ${layer.name || layer.text || layer.label || 'no name'}`;
}

function drawLayer(scene: Scene, id: string, layer: Layer): TemplateResult {
  return svg`<g
      class="layer ${layer.locked || scene.readonly ? 'held' : ''}"
      data-layer=${id}
      tabindex="0"
      role="button"
      aria-pressed=${scene.selection.has(id)}
      aria-label=${layerWord(layer)}
      transform=${turn(layer)}
      opacity=${layer.opacity / 1000}
    >${content(scene, id, layer)}</g>`;
}

function content(scene: Scene, id: string, layer: Layer): TemplateResult {
  const { x, y, width, height } = layer;
  switch (layer.type) {
    case 'shape':
      return layer.shape === 'ellipse'
        ? svg`<ellipse cx=${x + width / 2} cy=${y + height / 2} rx=${width / 2} ry=${height / 2} fill=${layer.fill} />`
        : svg`<rect x=${x} y=${y} width=${width} height=${height} fill=${layer.fill} />`;
    case 'image': {
      const href = scene.href(layer, id);
      return href
        ? svg`<image x=${x} y=${y} width=${width} height=${height} href=${href} preserveAspectRatio="none" />`
        : svg`<rect class="pending" x=${x} y=${y} width=${width} height=${height} />`;
    }
    default:
      return words(scene, id, layer);
  }
}

/** The server's outlines where they are there; until then the browser's own text. */
function words(scene: Scene, id: string, layer: Layer): TemplateResult {
  const { x, y, width, height } = layer;
  const area = svg`<rect x=${x} y=${y} width=${width} height=${height} fill="transparent" />`;
  const outline = scene.outlines.get(id);
  if (outline) {
    return svg`${area}<path transform="translate(${x - outline.x} ${y - outline.y})" d=${outline.path} fill=${layer.color} />`;
  }
  const anchor = { left: 'start', center: 'middle', right: 'end' }[layer.align ?? 'left'];
  const at = { left: x, center: x + width / 2, right: x + width }[layer.align ?? 'left'];
  return svg`${area}<text x=${at} y=${y + height / 2} text-anchor=${anchor} dominant-baseline="central"
    font-family=${layer.font} font-weight=${layer.weight} font-size=${layer.size} fill=${layer.color}>${layer.text ?? layer.sample}</text>`;
}

/** Everything outside the trimmed card, veiled: it is cut off. */
function beyond(card: CardBody): string {
  const { width: w, height: h, cornerRadius: r, bleed: b } = card;
  return (
    `M${-b} ${-b}h${w + 2 * b}v${h + 2 * b}h${-(w + 2 * b)}z` +
    `M${r} 0h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `h${-(w - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${-r}v${-(h - 2 * r)}a${r} ${r} 0 0 1 ${r} ${-r}z`
  );
}

function guides(scene: Scene): TemplateResult {
  const { card, face, pixel } = scene;
  const safe = card.safeMargin;
  return svg`<g class="guides" aria-hidden="true">
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

function findingMark(finding: Finding, pixel: number): TemplateResult {
  return svg`<rect class="finding ${finding.severity}" x=${finding.x} y=${finding.y} width=${Math.max(finding.width, 4 * pixel)}
    height=${Math.max(finding.height, 4 * pixel)}><title>${finding.message}</title></rect>`;
}

function snapLines(scene: Scene, box: Rect): TemplateResult {
  const { vertical, horizontal } = scene.lines;
  return svg`${vertical === undefined ? nothing : svg`<line class="snap" x1=${vertical} x2=${vertical} y1=${box.y} y2=${box.y + box.height} />`}
    ${horizontal === undefined ? nothing : svg`<line class="snap" y1=${horizontal} y2=${horizontal} x1=${box.x} x2=${box.x + box.width} />`}`;
}

function otherMarks(scene: Scene, other: Other): TemplateResult {
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
    <rect x="11" y="14" width=${other.name.length * 6.4 + 10} height="17" rx="3" fill=${other.color} />
    <text x="16" y="26">${other.name}</text>
  </g>`;
}

const HANDLES: [string, number, number][] = [
  ['nw', 0, 0], ['n', 0.5, 0], ['ne', 1, 0], ['e', 1, 0.5], ['se', 1, 1], ['s', 0.5, 1], ['sw', 0, 1], ['w', 0, 0.5],
];

function selectionMarks(scene: Scene, id: string): TemplateResult | typeof nothing {
  const found = scene.layers.get(id);
  if (!found || found.face !== scene.face) {
    return nothing;
  }
  const layer = placed(scene, id, found);
  const size = 9 * scene.pixel;
  const handles =
    layer.locked || scene.readonly || scene.selection.size > 1
      ? nothing
      : HANDLES.map(
          ([name, fx, fy]) => svg`<rect class="handle ${name}" data-handle=${name} data-of=${id}
            x=${layer.x + fx * layer.width - size / 2} y=${layer.y + fy * layer.height - size / 2} width=${size} height=${size} />`,
        );
  return svg`<g transform=${turn(layer)}>
    <rect class="selected" x=${layer.x} y=${layer.y} width=${layer.width} height=${layer.height} />${handles}</g>`;
}
