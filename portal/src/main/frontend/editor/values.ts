// The exact values of what is selected.

import { html, nothing, type TemplateResult } from 'lit';
import { action, possible } from './actions.js';
import { chosen, held, type Bench } from './bench.js';
import { content } from './contents.js';
import { check, choice, LENGTH, MM, numberField, shared, textField } from './fields.js';
import { icon } from './icons.js';
import type { Changes, Layer } from './model.js';
import { change } from './operations.js';
import { layerName, typeWord } from './words.js';

/** What a panel may do to the selected layers. */
export interface Values {
  layers: Layer[];
  set(changes: Changes): void;
  /** Shows changes that are still being typed; undefined takes them away. */
  draft(changes?: Changes): void;
}

const ARRANGE = ['align-left', 'align-center', 'align-right', 'align-top', 'align-middle', 'align-bottom', 'distribute-across', 'distribute-down'];
const ORDER = ['front', 'forward', 'backward', 'back', 'group', 'duplicate', 'delete'];

export function valuesPanel(bench: Bench, draft: (changes?: Changes) => void): TemplateResult | typeof nothing {
  const all = chosen(bench);
  if (!all.length) {
    return html`<h2>Values</h2><p class="quiet">Select something on the card to see its exact values.</p>`;
  }
  const layers = all.map(([, layer]) => layer);
  const still = layers.every((layer) => held(bench, layer));
  const values: Values = {
    layers,
    draft,
    set: (changes) => change(bench, all.filter(([, layer]) => !held(bench, layer)), () => changes),
  };
  return html`<h2>${layers.length === 1 ? `${typeWord(layers[0])}: ${layerName(layers[0])}` : `${layers.length} layers`}</h2>
    ${whyHeld(bench, layers)}
    <div class="tools" role="group" aria-label="Align and arrange">${[...ARRANGE, ...ORDER].map((id) => tool(bench, id))}</div>
    <fieldset ?disabled=${still}>
      <legend class="unseen">Values of the selected layers</legend>
      ${layers.length === 1 ? textField('Name', layers[0].name, 80, (name) => values.set({ name })) : nothing}
      ${box(bench, all, values)} ${content(bench, values)} ${print(bench, values)}
    </fieldset>`;
}

function whyHeld(bench: Bench, layers: Layer[]): TemplateResult | typeof nothing {
  if (bench.readonly) {
    return nothing;
  }
  return layers.some((layer) => layer.locked)
    ? html`<p class="quiet">What is locked keeps still. Unlock it in the list to change it.</p>`
    : layers.some((layer) => layer.mandatory && !bench.issuer)
      ? html`<p class="quiet">The issuer requires this as it is.</p>`
      : nothing;
}

function tool(bench: Bench, id: string): TemplateResult {
  const one = action(id);
  return html`<button class="tool" data-action=${id} title=${one.word} aria-label=${one.word} ?disabled=${!possible(one, bench)}
    @click=${() => one.run(bench)}>${icon(id)}</button>`;
}

function box(bench: Bench, all: [string, Layer][], { layers, set }: Values): TemplateResult {
  const of = <K extends keyof Layer>(name: K) => shared(layers, (layer) => layer[name] as Layer[K]);
  const size = (name: 'width' | 'height') => (value: number) =>
    change(bench, all.filter(([, layer]) => !held(bench, layer)), (layer) => kept(layer, name, value));
  return html`<div class="pair line">
      ${numberField('X', of('x'), MM, (x) => set({ x }))} ${numberField('Y', of('y'), MM, (y) => set({ y }))}
      ${numberField('Width', of('width'), LENGTH, size('width'))} ${numberField('Height', of('height'), LENGTH, size('height'))}
      ${numberField('Rotation', of('rotation'), { unit: '°', least: -360, most: 360, per: 1_000 }, (v) => set({ rotation: ((v % 360_000) + 360_000) % 360_000 }))}
      ${numberField('Opacity', of('opacity'), { unit: '%', least: 0, most: 100, per: 10 }, (opacity) => set({ opacity }))}
    </div>`;
}

/** A picture keeps its aspect when one side is typed. */
function kept(layer: Layer, name: 'width' | 'height', value: number): Changes {
  const other = name === 'width' ? 'height' : 'width';
  return layer.type === 'image' || layer.type === 'sketch'
    ? { [name]: value, [other]: Math.max(100, Math.round((layer[other] * value) / layer[name])) }
    : { [name]: value };
}

const SURFACES = [['both', 'Card and phone'], ['physical', 'Card only'], ['digital', 'Phone only']] as const;
const PLATES = [['color', 'Color'], ['black', 'Black'], ['white', 'White under-print'], ['uv', 'UV ink']] as const;

function print(bench: Bench, { layers, set }: Values): TemplateResult {
  return html`<details><summary>Print and template</summary>
    <div class="pair">
      ${choice('Shown on', shared(layers, (one) => one.surface ?? 'both'), SURFACES, (surface) => set({ surface }))}
      ${choice('Plate', shared(layers, (one) => one.plate ?? 'color'), PLATES, (plate) => set({ plate }))}
    </div>
    ${layers.length === 1 ? textField('Place in the template', layers[0].slot ?? '', 40, (slot) => set({ slot })) : nothing}
    ${bench.issuer ? check('Partners leave it as it is', shared(layers, (one) => one.mandatory ?? false), (mandatory) => set({ mandatory })) : nothing}
  </details>`;
}

