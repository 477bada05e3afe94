// How layers look: the same shapes, gradients and picture filters that the server draws with.

import { nothing, svg, type TemplateResult } from 'lit';
import type { Layer } from './model.js';

/** Luma of sRGB, as the server weighs it. */
const LUMA = [0.2126, 0.7152, 0.0722];

/** Steep enough that a threshold is one step of eight bits wide. */
const STEEP = 1000;

/** Points of the square of side 1. */
const POLYGONS: Record<string, [number, number][]> = {
  triangle: [[0.5, 0], [1, 1], [0, 1]],
  hexagon: [[0.25, 0], [0.75, 0], [1, 0.5], [0.75, 1], [0.25, 1], [0, 0.5]],
  star: star(),
};

function star(): [number, number][] {
  const inner = (3 - Math.sqrt(5)) / 2;
  const wide = Math.sin((72 * Math.PI) / 180);
  const high = 1 + Math.cos((36 * Math.PI) / 180);
  return Array.from({ length: 10 }, (_, i): [number, number] => {
    const radius = i % 2 === 0 ? 1 : inner;
    const angle = (36 * i * Math.PI) / 180;
    return [0.5 + (radius * Math.sin(angle)) / (2 * wide), (1 - radius * Math.cos(angle)) / high];
  });
}

/** A shape or a path, filled and stroked. */
export function colored(id: string, layer: Layer): TemplateResult {
  const line = layer.type === 'shape' && layer.shape === 'line';
  const kind = layer.fillKind ?? 'solid';
  const gradient = kind === 'linear' || kind === 'radial';
  const fill = line || kind === 'none' ? 'none' : gradient ? `url(#paint-${id})` : layer.fill!;
  return svg`${gradient && !line ? svg`<defs>${shades(id, layer, kind)}</defs>` : nothing}${outlined(layer, fill)}`;
}

function outlined(layer: Layer, fill: string): TemplateResult {
  const { x, y, width, height } = layer;
  const stroke = layer.strokeWidth ? (layer.stroke ?? '#000000') : 'none';
  const line = layer.strokeWidth ?? 0;
  if (layer.type === 'path') {
    return svg`<path d=${placed(layer)} fill=${fill} stroke=${stroke} stroke-width=${line} stroke-linejoin="round" stroke-linecap="round" />`;
  }
  switch (layer.shape) {
    case 'ellipse':
      return svg`<ellipse cx=${x + width / 2} cy=${y + height / 2} rx=${width / 2} ry=${height / 2} fill=${fill} stroke=${stroke} stroke-width=${line} />`;
    case 'line':
      return svg`<rect x=${x} y=${y} width=${width} height=${height} fill="transparent" /><line x1=${x} x2=${x + width} y1=${y + height / 2} y2=${y + height / 2} stroke=${stroke} stroke-width=${line} />`;
    case 'rectangle': {
      const radius = Math.min(layer.radius ?? 0, width / 2, height / 2);
      return svg`<rect x=${x} y=${y} width=${width} height=${height} rx=${radius} fill=${fill} stroke=${stroke} stroke-width=${line} />`;
    }
    default: {
      const points = POLYGONS[layer.shape!].map(([px, py]) => `${x + px * width},${y + py * height}`).join(' ');
      return svg`<polygon points=${points} fill=${fill} stroke=${stroke} stroke-width=${line} />`;
    }
  }
}

/** A path's own numbers carried to its box, so that the line along it keeps its width. */
function placed(layer: Layer): string {
  const scale = [layer.width / layer.viewWidth!, layer.height / layer.viewHeight!];
  const corner = [layer.x, layer.y];
  let axis = 1;
  return layer.d!.replace(/-?\d+/g, (number) => {
    axis = 1 - axis;
    return ` ${Math.round((corner[axis] + Number(number) * scale[axis]) * 10) / 10}`;
  });
}

function shades(id: string, layer: Layer, kind: string): TemplateResult {
  const { x, y, width, height } = layer;
  const [cx, cy] = [x + width / 2, y + height / 2];
  const stops = svg`<stop offset="0" stop-color=${layer.fill!} /><stop offset="1" stop-color=${layer.fillEnd ?? '#ffffff'} />`;
  if (kind === 'radial') {
    return svg`<radialGradient id="paint-${id}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1"
      gradientTransform="translate(${cx} ${cy}) scale(${width / 2} ${height / 2})">${stops}</radialGradient>`;
  }
  const angle = ((layer.fillAngle ?? 0) / 1000) * (Math.PI / 180);
  const half = (Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle))) / 2;
  const [dx, dy] = [half * Math.cos(angle), half * Math.sin(angle)];
  return svg`<linearGradient id="paint-${id}" gradientUnits="userSpaceOnUse" x1=${cx - dx} y1=${cy - dy} x2=${cx + dx} y2=${cy + dy}>${stops}</linearGradient>`;
}

/** A picture or a sketch: cropped by a view of its own, mirrored, then its colors changed. */
export function pictured(id: string, layer: Layer, href: string): TemplateResult {
  const { x, y, width, height } = layer;
  const [left, top] = [layer.cropLeft ?? 0, layer.cropTop ?? 0];
  const across = 10_000 - left - (layer.cropRight ?? 0);
  const down = 10_000 - top - (layer.cropBottom ?? 0);
  const mirror = `matrix(${layer.flipX ? -1 : 1} 0 0 ${layer.flipY ? -1 : 1} ${layer.flipX ? 2 * x + width : 0} ${layer.flipY ? 2 * y + height : 0})`;
  const filter = filtered(layer);
  return svg`${
    filter
      ? svg`<defs><filter id="filter-${id}" filterUnits="userSpaceOnUse" x=${x} y=${y} width=${width} height=${height}
          color-interpolation-filters="sRGB">${filter}</filter></defs>`
      : nothing
  }<g filter=${filter ? `url(#filter-${id})` : 'none'}><g transform=${mirror}>
    <svg x=${x} y=${y} width=${width} height=${height} viewBox="${left} ${top} ${across} ${down}" preserveAspectRatio="none">
      <image width="10000" height="10000" href=${href} preserveAspectRatio="none" /></svg></g></g>`;
}

/** The steps of the server's filter in its order; undefined where the colors stay. */
function filtered(layer: Layer): TemplateResult[] | undefined {
  if (layer.type === 'sketch') {
    return sketch(layer);
  }
  const steps: TemplateResult[] = [];
  const contrast = 1 + (layer.contrast ?? 0) / 100;
  const slope = (1 + (layer.brightness ?? 0) / 100) * contrast;
  const intercept = 0.5 - 0.5 * contrast;
  if (slope !== 1 || intercept !== 0) {
    steps.push(svg`<feComponentTransfer><feFuncR type="linear" slope=${slope} intercept=${intercept} />
      <feFuncG type="linear" slope=${slope} intercept=${intercept} /><feFuncB type="linear" slope=${slope} intercept=${intercept} /></feComponentTransfer>`);
  }
  if (layer.saturation) {
    steps.push(matrix(saturated(1 + layer.saturation / 100)));
  }
  if (layer.tone === 'grayscale') {
    steps.push(matrix(toned('#000000', '#ffffff')));
  } else if (layer.tone === 'duotone') {
    steps.push(matrix(toned(layer.toneDark ?? '#000000', layer.toneLight ?? '#ffffff')));
  }
  if (layer.blur) {
    steps.push(svg`<feGaussianBlur stdDeviation=${layer.blur} />`);
  }
  return steps.length ? steps : undefined;
}

function sketch(layer: Layer): TemplateResult[] {
  const [red, green, blue] = channels(layer.color!);
  const steep = layer.invert ? STEEP : -STEEP;
  const ink = LUMA.map((weight) => steep * weight).join(' ');
  const level = (-steep * (layer.threshold ?? 128)) / 255;
  return [
    svg`<feColorMatrix values="0 0 0 0 ${red} 0 0 0 0 ${green} 0 0 0 0 ${blue} ${ink} 0 ${level}" />`,
    svg`<feComposite operator="in" in2="SourceGraphic" />`,
  ];
}

function matrix(rows: number[][]): TemplateResult {
  const values = rows.map(([r, g, b, one]) => `${r} ${g} ${b} 0 ${one}`).join(' ');
  return svg`<feColorMatrix values="${values} 0 0 0 1 0" />`;
}

function saturated(s: number): number[][] {
  return [0, 1, 2].map((row) => [...LUMA.map((weight, column) => weight * (1 - s) + (row === column ? s : 0)), 0]);
}

function toned(dark: string, light: string): number[][] {
  const from = channels(dark);
  return channels(light).map((to, i) => [...LUMA.map((weight) => weight * (to - from[i])), from[i]]);
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
}

/** A code: its ground, and the dark parts that the server laid out. */
export function coded(layer: Layer, dark: TemplateResult | typeof nothing): TemplateResult {
  const { x, y, width, height } = layer;
  return svg`<rect x=${x} y=${y} width=${width} height=${height} fill=${layer.ground ?? '#ffffff'} />${dark}`;
}

/** A place to be filled: seen in the editor, never printed. */
export function empty(layer: Layer, pixel: number): TemplateResult {
  const { x, y, width, height } = layer;
  return svg`<rect class="slot" x=${x} y=${y} width=${width} height=${height} />
    <text class="slot" x=${x + width / 2} y=${y + height / 2} text-anchor="middle" dominant-baseline="central" font-size=${12 * pixel}>${layer.label || 'Empty place'}</text>`;
}
