// The values of colors and pictures: fills, lines, crop and filters.

import { html, nothing, type TemplateResult } from 'lit';
import { check, choice, colorField, numberField, shared, type Range } from './fields.js';
import type { Layer } from './model.js';
import type { Values } from './values.js';

const FORMS = [['rectangle', 'Rectangle'], ['ellipse', 'Ellipse'], ['triangle', 'Triangle'], ['hexagon', 'Hexagon'], ['star', 'Star'], ['line', 'Line']] as const;
const FILLS = [['solid', 'One color'], ['linear', 'Shade'], ['radial', 'Round shade'], ['none', 'None']] as const;
const TONES = [['color', 'Color'], ['grayscale', 'Gray'], ['duotone', 'Two colors']] as const;
const WIDTH: Range = { unit: 'mm', least: 0, most: 20, step: 0.1, per: 1_000 };
const CROP: Range = { unit: '%', least: 0, most: 90, per: 100 };
const AMOUNT: Range = { unit: '%', least: -100, most: 100 };

export function shapeFields(values: Values): TemplateResult {
  const { layers, set } = values;
  return html`<div class="pair">
      ${choice('Form', shared(layers, (one) => one.shape!), FORMS, (shape) => set({ shape }))}
      ${layers.every((one) => one.shape === 'rectangle')
        ? numberField('Corners', shared(layers, (one) => one.radius ?? 0), WIDTH, (radius) => set({ radius }))
        : nothing}
    </div>
    ${paintFields(values)}`;
}

export function paintFields({ layers, set }: Values): TemplateResult {
  const of = <T>(value: (layer: Layer) => T) => shared(layers, value);
  const kind = of((one) => one.fillKind ?? 'solid');
  const shaded = kind === 'linear' || kind === 'radial';
  return html`${colorField('Fill', of((one) => one.fill ?? '#000000'), (fill) => set({ fill }))}
    <div class="pair">
      ${choice('Filled with', kind, FILLS, (fillKind) => set({ fillKind }))}
      ${kind === 'linear'
        ? numberField('Direction', of((one) => one.fillAngle ?? 0), { unit: '°', least: 0, most: 359.999, step: 5, per: 1_000 }, (fillAngle) => set({ fillAngle }))
        : nothing}
      ${numberField('Line', of((one) => one.strokeWidth ?? 0), WIDTH, (strokeWidth) => set({ strokeWidth }))}
    </div>
    ${shaded ? colorField('Shade to', of((one) => one.fillEnd ?? '#ffffff'), (fillEnd) => set({ fillEnd })) : nothing}
    ${layers.some((one) => one.strokeWidth) ? colorField('Line color', of((one) => one.stroke ?? '#000000'), (stroke) => set({ stroke })) : nothing}`;
}

const SIDES = [['cropLeft', 'Left', 'cropRight'], ['cropRight', 'Right', 'cropLeft'], ['cropTop', 'Top', 'cropBottom'], ['cropBottom', 'Bottom', 'cropTop']] as const;

/** Cuts and mirrors a picture or a sketch. */
function cut({ layers, set }: Values): TemplateResult {
  return html`<details><summary>Cut and mirror</summary>
    <div class="pair">
      ${SIDES.map(([name, word, across]) =>
        numberField(word, shared(layers, (one) => one[name] ?? 0), CROP, (value) =>
          set({ [name]: Math.min(value, 9_900 - Math.max(...layers.map((one) => one[across] ?? 0))) }),
        ),
      )}
    </div>
    <div class="row">
      ${check('Mirror across', shared(layers, (one) => one.flipX ?? false), (flipX) => set({ flipX }))}
      ${check('Mirror down', shared(layers, (one) => one.flipY ?? false), (flipY) => set({ flipY }))}
    </div>
  </details>`;
}

/** How a picture is cut and, where filters are on, how its colors are changed. */
export function pictureFields(values: Values, looks?: () => void): TemplateResult {
  return looks ? html`${cut(values)} ${colors(values, looks)}` : cut(values);
}

function colors(values: Values, looks: () => void): TemplateResult {
  const { layers, set } = values;
  const of = <T>(value: (layer: Layer) => T) => shared(layers, value);
  const tone = of((one) => one.tone ?? 'color');
  return html`<button id="looks" @click=${looks}>Looks…</button>
    <details><summary>Colors of the picture</summary>
      <div class="pair">
        ${numberField('Brightness', of((one) => one.brightness ?? 0), AMOUNT, (brightness) => set({ brightness }))}
        ${numberField('Contrast', of((one) => one.contrast ?? 0), AMOUNT, (contrast) => set({ contrast }))}
        ${numberField('Saturation', of((one) => one.saturation ?? 0), AMOUNT, (saturation) => set({ saturation }))}
        ${numberField('Blur', of((one) => one.blur ?? 0), { unit: 'mm', least: 0, most: 5, step: 0.1, per: 1_000 }, (blur) => set({ blur }))}
        ${choice('Tone', tone, TONES, (next) => set({ tone: next }))}
      </div>
      ${tone === 'duotone'
        ? html`${colorField('Dark parts', of((one) => one.toneDark ?? '#000000'), (toneDark) => set({ toneDark }))}
            ${colorField('Light parts', of((one) => one.toneLight ?? '#ffffff'), (toneLight) => set({ toneLight }))}`
        : nothing}
    </details>`;
}

export function sketchFields(values: Values): TemplateResult {
  const { layers, set } = values;
  return html`${colorField('Ink', shared(layers, (one) => one.color ?? '#000000'), (color) => set({ color }))}
    <div class="pair">${numberField('Threshold', shared(layers, (one) => one.threshold ?? 128), { unit: '1 to 254', least: 1, most: 254 }, (threshold) => set({ threshold }))}</div>
    ${check('Ink where it is light', shared(layers, (one) => one.invert ?? false), (invert) => set({ invert }))}
    ${cut(values)}`;
}
