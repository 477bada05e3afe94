// The values that only one type of layer has.

import { html, nothing, type TemplateResult } from 'lit';
import type { Bench } from './bench.js';
import { choice, colorField, numberField, shared, textField } from './fields.js';
import type { Layer } from './model.js';
import type { Values } from './values.js';

const ALIGN = [['left', 'Left'], ['center', 'Center'], ['right', 'Right']] as const;
const WEIGHTS = [[400, 'Regular'], [700, 'Bold']] as const;

export function content(bench: Bench, values: Values): TemplateResult | typeof nothing {
  const types = new Set(values.layers.map((layer) => layer.type));
  if (types.size !== 1) {
    return nothing;
  }
  switch (values.layers[0].type) {
    case 'text':
    case 'field':
      return html`${words(values)} ${type(bench, values)}`;
    case 'shape':
      return colorField('Fill', shared(values.layers, (one) => one.fill ?? '#000000'), (fill) => values.set({ fill }));
    default:
      return nothing;
  }
}

function words({ layers, set, draft }: Values): TemplateResult {
  const of = (name: 'text' | 'label' | 'sample') => shared(layers, (layer) => layer[name] ?? '');
  const typing = (name: 'text' | 'sample') => (value?: string) => draft(value === undefined ? undefined : { [name]: value });
  return layers[0].type === 'text'
    ? textField('Text', of('text'), 500, (text) => set({ text }), typing('text'))
    : html`${textField('Label', of('label'), 60, (label) => set({ label }))}
      ${textField('Sample', of('sample'), 80, (sample) => set({ sample }), typing('sample'))}`;
}

function type(bench: Bench, { layers, set }: Values): TemplateResult {
  const of = <K extends keyof Layer>(name: K) => shared(layers, (layer) => layer[name]);
  const families = [...new Map(bench.fonts.map((font) => [font.family, font.label]))];
  return html`<div class="pair">
      ${choice('Typeface', of('font') as string, families, (font) => set({ font }))}
      ${choice('Weight', of('weight') as number, WEIGHTS, (weight) => set({ weight }))}
      ${numberField('Size', of('size') as number, { unit: 'points', least: 0.6, most: 280, step: 0.5, per: 352.778 }, (size) => set({ size }))}
      ${choice('Align', of('align') as 'left', ALIGN, (align) => set({ align }))}
    </div>
    ${colorField('Color', shared(layers, (one) => one.color ?? '#000000'), (color) => set({ color }))}`;
}
