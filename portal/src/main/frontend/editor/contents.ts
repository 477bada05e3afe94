// The values that only one type of layer has: words and codes.

import { html, nothing, type TemplateResult } from 'lit';
import type { Bench } from './bench.js';
import { has } from './features.js';
import { choice, colorField, numberField, shared, textField, type Range } from './fields.js';
import type { Layer } from './model.js';
import { paintFields, pictureFields, shapeFields, sketchFields } from './paints.js';
import { typefaces } from './typefaces.js';
import type { Values } from './values.js';

const ALIGN = [['left', 'Left'], ['center', 'Center'], ['right', 'Right']] as const;
const TRACKING: Range = { unit: '1/1000 em', least: -200, most: 1_000, step: 10 };
const SHRINK: Range = { unit: '%', least: 10, most: 100, step: 5, per: 10 };
const ARC: Range = { unit: '°', least: -360, most: 360, step: 5, per: 1_000 };
const KINDS = [['qr', 'QR code'], ['code128', 'Code 128'], ['ean13', 'EAN-13'], ['data_matrix', 'Data Matrix']] as const;
const LEVELS = [['l', '7 %'], ['m', '15 %'], ['q', '25 %'], ['h', '30 %']] as const;
const WEIGHTS = [[400, 'Regular'], [700, 'Bold']] as const;

export function content(bench: Bench, values: Values): TemplateResult | typeof nothing {
  const types = new Set(values.layers.map((layer) => layer.type));
  if (types.size !== 1) {
    return nothing;
  }
  switch (values.layers[0].type) {
    case 'text':
      return html`${has(bench, 'text') ? words(values) : nothing} ${type(bench, values)}`;
    case 'field':
      return html`${words(values)} ${type(bench, values)}`;
    case 'shape':
      return shapeFields(values);
    case 'path':
      return paintFields(values);
    case 'image':
      return pictureFields(values, has(bench, 'filters') ? () => bench.shelf('looks') : undefined);
    case 'sketch':
      return has(bench, 'sketch') ? sketchFields(values) : nothing;
    case 'code':
      return has(bench, 'codes') ? code(values) : nothing;
    case 'slot':
      return html`${spoken(textField('Label', shared(values.layers, (one) => one.label ?? ''), 60, (label) => values.set({ label })))}
        ${values.layers.length === 1 ? html`<button id="fill" @click=${() => bench.choosePicture()}>Fill it with a picture…</button>` : nothing}`;
  }
}

/** The field that a second click on the layer leads to. */
function spoken(field: TemplateResult): TemplateResult {
  return html`<div data-words>${field}</div>`;
}

function words({ layers, set, draft }: Values): TemplateResult {
  const of = (name: 'text' | 'label' | 'sample') => shared(layers, (layer) => layer[name] ?? '');
  const typing = (name: 'text' | 'sample') => (value?: string) => draft(value === undefined ? undefined : { [name]: value });
  return layers[0].type === 'text'
    ? spoken(textField('Text', of('text'), 500, (text) => set({ text }), typing('text')))
    : html`${textField('Label', of('label'), 60, (label) => set({ label }))}
      ${spoken(textField('Sample', of('sample'), 80, (sample) => set({ sample }), typing('sample')))}`;
}

function type(bench: Bench, { layers, set }: Values): TemplateResult {
  const of = <K extends keyof Layer>(name: K) => shared(layers, (layer) => layer[name]);
  const own = layers.every((layer) => bench.fonts.some((font) => font.own && font.family === layer.font));
  return html`<div class="pair">
      ${typefaces(bench.fonts, layers, set)}
      ${own ? nothing : choice('Weight', of('weight') as number, WEIGHTS, (weight) => set({ weight }))}
      ${numberField('Size', of('size') as number, { unit: 'points', least: 0.6, most: 280, step: 0.5, per: 352.778 }, (size) => set({ size }))}
      ${choice('Align', of('align') as 'left', ALIGN, (align) => set({ align }))}
    </div>
    ${colorField('Color', shared(layers, (one) => one.color ?? '#000000'), (color) => set({ color }))}
    <details><summary>Spacing and fit</summary>
      <div class="pair">
        ${numberField('Tracking', shared(layers, (one) => one.tracking ?? 0), TRACKING, (tracking) => set({ tracking }))}
        ${numberField('Shrink to', shared(layers, (one) => one.shrink ?? (one.type === 'field' ? 600 : 1_000)), SHRINK, (shrink) => set({ shrink }))}
        ${layers[0].type === 'text' ? numberField('Arc', shared(layers, (one) => one.arc ?? 0), ARC, (arc) => set({ arc })) : nothing}
      </div>
    </details>`;
}

function code({ layers, set }: Values): TemplateResult {
  const of = <T>(value: (layer: Layer) => T) => shared(layers, value);
  return html`${spoken(textField('Says', of((one) => one.data ?? ''), 300, (data) => set({ data })))}
    <div class="pair">
      ${choice('Kind', of((one) => one.symbology!), KINDS, (symbology) => set({ symbology }))}
      ${layers.every((one) => one.symbology === 'qr') ? choice('Repairs', of((one) => one.level ?? 'm'), LEVELS, (level) => set({ level })) : nothing}
    </div>
    ${colorField('Dark parts', of((one) => one.color ?? '#000000'), (color) => set({ color }))}
    ${colorField('Ground', of((one) => one.ground ?? '#ffffff'), (ground) => set({ ground }))}`;
}
