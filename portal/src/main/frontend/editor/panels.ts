// What stands beside the card: the layers, and the exact values of the selected one.

import { html, nothing, type TemplateResult } from 'lit';
import { stack, type Changes, type Face, type Font, type Layer, type Layers } from './model.js';
import { layerWord, type Finding } from './stage.js';

export interface PanelActions {
  select(id: string, add: boolean): void;
  change(id: string, changes: Changes): void;
  raise(id: string, by: 1 | -1): void;
  duplicate(id: string): void;
  remove(id: string): void;
}

export function layersPanel(
  layers: Layers,
  face: Face,
  selection: ReadonlySet<string>,
  readonly: boolean,
  act: PanelActions,
): TemplateResult {
  const rows = stack(layers, face).reverse();
  return html`<section class="panel" aria-label="Layers">
    <h2>Layers</h2>
    ${rows.length === 0
      ? html`<p class="quiet">Nothing on this side yet. Add a text, a picture or a shape above.</p>`
      : html`<ul class="layers">
          ${rows.map(
            ([id, layer]) => html`<li class=${selection.has(id) ? 'on' : ''}>
              <button
                class="layer-name"
                aria-pressed=${selection.has(id)}
                @click=${(event: MouseEvent) => act.select(id, event.shiftKey || event.metaKey || event.ctrlKey)}
              >
                <span class="kind ${layer.type}" aria-hidden="true"></span>${layer.name || layer.text || layer.label || layerWord(layer)}
              </button>
              ${readonly
                ? nothing
                : html`${toggle('hidden', layer.hidden, 'Show', 'Hide', () => act.change(id, { hidden: !layer.hidden }), layer.locked)}
                  ${toggle('locked', layer.locked, 'Unlock', 'Lock', () => act.change(id, { locked: !layer.locked }))}`}
            </li>`,
          )}
        </ul>`}
  </section>`;
}

function toggle(kind: string, on: boolean, whenOn: string, whenOff: string, click: () => void, disabled = false) {
  return html`<button class="icon ${kind} ${on ? 'on' : ''}" aria-pressed=${on} ?disabled=${disabled}
    title=${on ? whenOn : whenOff} aria-label=${on ? whenOn : whenOff} @click=${click}></button>`;
}

export function valuesPanel(
  id: string,
  layer: Layer,
  fonts: Font[],
  readonly: boolean,
  act: PanelActions,
): TemplateResult {
  const held = readonly || layer.locked;
  const set = (changes: Changes) => act.change(id, changes);
  return html`<section class="panel" aria-label="Values">
    <h2>${layerWord(layer)}</h2>
    ${layer.locked && !readonly ? html`<p class="quiet">This layer is locked. Unlock it in the list to change it.</p>` : nothing}
    <fieldset ?disabled=${held}>
      <legend class="unseen">Values of the selected layer</legend>
      ${textField('Name', layer.name, 80, (name) => set({ name }))} ${contentFields(layer, fonts, set)}
      <div class="pair">
        ${mmField('X', layer.x, (x) => set({ x }))} ${mmField('Y', layer.y, (y) => set({ y }))}
        ${mmField('Width', layer.width, (width) => set(kept(layer, { width })), 0.1)}
        ${mmField('Height', layer.height, (height) => set(kept(layer, { height })), 0.1)}
      </div>
      <div class="pair">
        ${numberField('Rotation', 'degrees', layer.rotation / 1000, 0, 359.9, 0.5, (v) => set({ rotation: Math.round(v * 1000) }))}
        ${numberField('Opacity', 'percent', layer.opacity / 10, 0, 100, 1, (v) => set({ opacity: Math.round(v * 10) }))}
      </div>
      <div class="row">
        <button @click=${() => act.raise(id, 1)}>Forward</button>
        <button @click=${() => act.raise(id, -1)}>Back</button>
        <button @click=${() => act.duplicate(id)}>Duplicate</button>
        <button class="danger" @click=${() => act.remove(id)}>Delete</button>
      </div>
    </fieldset>
  </section>`;
}

/** A picture keeps its aspect when one side is typed. */
function kept(layer: Layer, changes: { width?: number; height?: number }): Changes {
  if (layer.type !== 'image') {
    return changes;
  }
  const aspect = layer.width / layer.height;
  return changes.width !== undefined
    ? { width: changes.width, height: Math.max(1, Math.round(changes.width / aspect)) }
    : { height: changes.height, width: Math.max(1, Math.round(changes.height! * aspect)) };
}

function contentFields(layer: Layer, fonts: Font[], set: (changes: Changes) => void) {
  if (layer.type === 'shape') {
    return colorField('Fill', layer.fill ?? '#000000', (fill) => set({ fill }));
  }
  if (layer.type === 'image') {
    return nothing;
  }
  const words =
    layer.type === 'text'
      ? textField('Text', layer.text ?? '', 500, (text) => set({ text }))
      : html`${textField('Label', layer.label ?? '', 60, (label) => set({ label }))}
        ${textField('Sample', layer.sample ?? '', 80, (sample) => set({ sample }))}`;
  const families = [...new Map(fonts.map((font) => [font.family, font.label]))];
  return html`${words}
    <div class="pair">
      <label>Typeface<select @change=${(e: Event) => set({ font: (e.target as HTMLSelectElement).value })}>
        ${families.map(([family, label]) => html`<option value=${family} ?selected=${family === layer.font}>${label}</option>`)}
      </select></label>
      <label>Weight<select @change=${(e: Event) => set({ weight: Number((e.target as HTMLSelectElement).value) })}>
        ${[400, 700].map((weight) => html`<option value=${weight} ?selected=${weight === layer.weight}>${weight === 400 ? 'Regular' : 'Bold'}</option>`)}
      </select></label>
      ${numberField('Size', 'points', (layer.size ?? 0) / 352.778, 0.6, 280, 0.5, (v) => set({ size: Math.round(v * 352.778) }))}
      <label>Align<select @change=${(e: Event) => set({ align: (e.target as HTMLSelectElement).value })}>
        ${['left', 'center', 'right'].map((align) => html`<option value=${align} ?selected=${align === layer.align}>${align}</option>`)}
      </select></label>
    </div>
    ${colorField('Color', layer.color ?? '#000000', (color) => set({ color }))}`;
}

function textField(label: string, value: string, most: number, set: (value: string) => void) {
  return html`<label>${label}<input type="text" maxlength=${most} .value=${value}
    @change=${(e: Event) => set((e.target as HTMLInputElement).value)} /></label>`;
}

function colorField(label: string, value: string, set: (value: string) => void) {
  return html`<label>${label}<input type="color" .value=${value}
    @change=${(e: Event) => set((e.target as HTMLInputElement).value.toLowerCase())} /></label>`;
}

function mmField(label: string, value: number, set: (value: number) => void, least = -1000) {
  return numberField(label, 'mm', value / 1000, least, 1000, 0.1, (mm) => set(Math.round(mm * 1000)));
}

function numberField(
  label: string, unit: string, value: number, min: number, max: number, step: number, set: (value: number) => void,
) {
  return html`<label>${label} <small>${unit}</small><input type="number" min=${min} max=${max} step="any" inputmode="decimal"
    .value=${String(Math.round(value * 1000) / 1000)} data-step=${step}
    @change=${(e: Event) => {
      const field = e.target as HTMLInputElement;
      const number = field.valueAsNumber;
      if (Number.isFinite(number)) {
        set(Math.min(max, Math.max(min, number)));
      } else {
        field.value = String(value);
      }
    }} /></label>`;
}

export function findingsPanel(
  findings: Finding[],
  select: (finding: Finding) => void,
  mend?: (finding: Finding) => void,
): TemplateResult {
  return html`<section class="panel" aria-label="Preflight" aria-live="polite">
    <h2>Preflight</h2>
    ${findings.length === 0
      ? html`<p class="quiet good">Nothing stands in the way of printing this.</p>`
      : html`<ul class="findings">
          ${findings.map(
            (one) => html`<li class=${one.severity}><button @click=${() => select(one)}>
              <strong>${one.message}</strong><span>${one.remedy}</span><small>${one.rule}</small></button>
              ${one.fix && mend
                ? html`<button class="fix" aria-label="${one.fix.label}: ${one.message}" @click=${() => mend(one)}>${one.fix.label}</button>`
                : nothing}</li>`,
          )}
        </ul>`}
  </section>`;
}
