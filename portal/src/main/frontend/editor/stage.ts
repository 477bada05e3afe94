// The card on the bench, as SVG: body, layers, and what marks.ts lays over them.

import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { coded, colored, empty, pictured } from './drawn.js';
import { drawingMark, findingMark, frameMark, guides, otherMarks, selectionMarks, snapLines } from './marks.js';
import type { CardBody, Layer } from './model.js';
import { current, seen, strength, turn, type Outline, type Scene } from './scene.js';
import { layerWord } from './words.js';

export function stage(scene: Scene): TemplateResult {
  const { card, face, box } = scene;
  const bleed = card.bleed;
  return html`<svg
    class="stage"
    part="stage"
    viewBox="${box.x} ${box.y} ${box.width} ${box.height}"
    role="group"
    tabindex="-1"
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
      ${repeat(
        seen(scene),
        ([id]) => id,
        ([id, layer]) => guard(looks(scene, id, layer), () => drawLayer(scene, id, current(scene, id, layer))),
      )}
    </g>
    ${svg`<path class="beyond" fill-rule="evenodd" d=${beyond(card)} />`}
    ${scene.guides ? guides(scene) : nothing}
    ${scene.findings.filter((one) => one.face === face).map((one) => findingMark(one, scene.pixel))}
    ${snapLines(scene)} ${scene.others.map((other) => otherMarks(scene, other))} ${selectionMarks(scene)} ${frameMark(scene.frame)} ${drawingMark(scene)}
  </svg>`;
}

/** The layers of a side as they look, and nothing to touch: for a picture of the card. */
export function still(scene: Scene): TemplateResult {
  return svg`${seen(scene)
    .filter(([, layer]) => layer.surface !== 'digital')
    .map(([id, layer]) => svg`<g transform=${turn(layer)} opacity=${strength(scene, layer)}>${content(scene, id, layer)}</g>`)}`;
}

/** All that a layer's look depends on: a drag of one draws that one anew, not the other hundreds. */
function looks(scene: Scene, id: string, layer: Layer): unknown[] {
  return [
    layer, scene.moving.get(id), scene.outlines.get(id), scene.href(layer, id), scene.selection.has(id), scene.held(layer), scene.plate, scene.guides,
    layer.type === 'slot' && scene.pixel,
  ];
}

function drawLayer(scene: Scene, id: string, layer: Layer): TemplateResult {
  return svg`<g
      class="layer ${scene.held(layer) ? 'held' : ''}"
      data-layer=${id}
      tabindex="0"
      role="button"
      aria-pressed=${scene.selection.has(id)}
      aria-label=${layerWord(layer)}
      transform=${turn(layer)}
      opacity=${strength(scene, layer)}
    >${content(scene, id, layer)}</g>`;
}

function content(scene: Scene, id: string, layer: Layer): TemplateResult | typeof nothing {
  switch (layer.type) {
    case 'shape':
    case 'path':
      return colored(id, layer);
    case 'image':
    case 'sketch': {
      const { x, y, width, height } = layer;
      const href = scene.href(layer, id);
      return href ? pictured(id, layer, href) : svg`<rect class="pending" x=${x} y=${y} width=${width} height=${height} />`;
    }
    case 'code': {
      const outline = scene.outlines.get(id);
      return coded(layer, outline ? laid(layer, outline) : nothing);
    }
    case 'slot':
      return scene.guides ? empty(layer, scene.pixel) : nothing;
    default:
      return words(scene, id, layer);
  }
}

/** What the server outlined, moved with its layer since. */
function laid(layer: Layer, outline: Outline): TemplateResult {
  return svg`<path transform="translate(${layer.x - outline.x} ${layer.y - outline.y})" d=${outline.path} fill=${layer.color} />`;
}

/** The server's outlines where they are there; until then the browser's own text. */
function words(scene: Scene, id: string, layer: Layer): TemplateResult {
  const { x, y, width, height } = layer;
  const area = svg`<rect x=${x} y=${y} width=${width} height=${height} fill="transparent" />`;
  const outline = scene.outlines.get(id);
  if (outline) {
    return svg`${area}${laid(layer, outline)}`;
  }
  const anchor = { left: 'start', center: 'middle', right: 'end' }[layer.align ?? 'left'];
  const at = { left: x, center: x + width / 2, right: x + width }[layer.align ?? 'left'];
  return svg`${area}<text x=${at} y=${y + height / 2} text-anchor=${anchor} dominant-baseline="central"
    font-family=${layer.font} font-weight=${layer.weight} font-size=${layer.size} letter-spacing=${((layer.tracking ?? 0) * layer.size!) / 1000} fill=${layer.color}>${layer.text ?? layer.sample}</text>`;
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
