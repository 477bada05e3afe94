// The bars: above the card what can be added and whether all is saved, below it how it is seen.

import { html, nothing, type TemplateResult } from 'lit';
import { action, possible, shown } from './actions.js';
import type { Bench } from './bench.js';
import { read } from './fields.js';
import { offered } from './features.js';
import { icon } from './icons.js';
import type { Face } from './model.js';
import type { Other } from './scene.js';

export interface BarState {
  standing: { state: string; word: string };
  mayFreeze: boolean;
  offline: boolean;
  unsaved: number;
  uploading?: number;
  people: Other[];
}

export interface BarActions {
  add(kind: string): void;
  /** Opens the menu of all that can be added. */
  addMenu(x: number, y: number): void;
  upload(file: File): void;
  /** The person chose no picture after all. */
  cancelled(): void;
  freeze(): void;
}

const FACES: [Face, string][] = [['front', 'Front'], ['back', 'Back']];

export function toolbar(bench: Bench, state: BarState, act: BarActions): TemplateResult {
  return html`<header>
    <span class="group" role="group" aria-label="Side of the card">
      ${FACES.map(([face, word]) => html`<button class="face" aria-pressed=${bench.face === face} @click=${() => bench.turn(face)}>${word}</button>`)}
    </span>
    ${bench.readonly ? html`<span class="quiet">You may look, not change.</span>` : tools(bench, state, act)}
    <span class="space"></span>
    <span class="people" role="group" aria-label="People here">
      ${state.people.map((one) => html`<span style="--who:${one.color}" title=${one.name}>${initials(one.name)}</span>`)}
    </span>
    ${stands(state)} ${saved(state)}
    <button id="preview" class="tool" title="Card in the hand (${shown('Shift+p')})" aria-label="Card in the hand" @click=${() => action('preview').run(bench)}>${icon('card')}</button>
    ${state.mayFreeze
      ? html`<button class="primary" id="freeze" ?disabled=${state.unsaved > 0} @click=${act.freeze}>Freeze<span class="wide"> for approval</span></button>`
      : nothing}
  </header>`;
}

function tools(bench: Bench, state: BarState, act: BarActions): TemplateResult {
  return html`<span class="group" role="group" aria-label="Add">
      <button id="add" aria-haspopup="menu" @click=${(event: Event) => menuBelow(event, act)}>${icon('add')} Add</button>
      <button id="add-text" style=${shownIf(bench, 'add-text')} @click=${() => act.add('text')}>Text</button>
      <label class="button" id="add-image" style=${shownIf(bench, 'add-image')}>
        ${state.uploading === undefined ? 'Picture' : `Uploading ${Math.round(state.uploading * 100)} %`}
        <input id="file" type="file" accept="image/png,image/jpeg,image/svg+xml" ?disabled=${state.uploading !== undefined}
          @cancel=${act.cancelled} @change=${(event: Event) => picture(event, act)} />
      </label>
      <button id="add-shape" @click=${() => act.add('rectangle')}>Shape</button>
    </span>
    <span class="group" role="group" aria-label="Undo and redo">${['undo', 'redo'].map((id) => tool(bench, id))}</span>`;
}

function shownIf(bench: Bench, id: string): string {
  return offered(bench.features, id) ? '' : 'display: none';
}

/** A button for an action of the table, as a drawing. */
export function tool(bench: Bench, id: string, drawing = id): TemplateResult {
  const one = action(id);
  const title = one.keys ? `${one.word} (${shown(one.keys[0])})` : one.word;
  return html`<button class="tool" id=${id} title=${title} aria-label=${one.word} aria-pressed=${one.on ? one.on(bench) : nothing}
    ?disabled=${!possible(one, bench)} @click=${() => one.run(bench)}>${icon(drawing)}</button>`;
}

/** How the card is seen. */
export function viewBar(bench: Bench): TemplateResult {
  const percent = Math.round(bench.view.zoom * 100).toLocaleString();
  return html`<div class="view-bar" role="toolbar" aria-label="View">
    ${tool(bench, 'zoom-out', 'minus')}
    <button id="true-size" class="zoom" title="True size (${shown('Shift+0')})" aria-label="${percent} percent; press for true size" @click=${() => action('true-size').run(bench)}>${percent} %</button>
    ${bench.plate === 'all' ? nothing : html`<button id="plate" class="face" aria-pressed="true" title="Back to the color picture" @click=${() => action('plate-all').run(bench)}>${action(`plate-${bench.plate}`).word.replace('Show the ', '')}</button>`}
    ${tool(bench, 'zoom-in', 'add')} ${tool(bench, 'fit')} ${tool(bench, 'guides')} ${tool(bench, 'several')} ${tool(bench, 'palette')} ${tool(bench, 'help')}
  </div>`;
}

const HINTS = {
  doodle: 'Draw with a finger, a pen or the mouse.',
  pen: 'Click corners, drag for curves. The first closes it, the last ends it.',
};

/** What to do while drawing, and with what. */
export function drawBar(bench: Bench): TemplateResult | typeof nothing {
  const { drawing } = bench;
  return drawing.tool
    ? html`<div class="draw-bar" role="group" aria-label="Drawing">
        <p>${HINTS[drawing.tool]}</p>
        <label>Color <input type="color" .value=${drawing.color} @change=${(e: Event) => (drawing.color = (e.target as HTMLInputElement).value)} /></label>
        <label>mm <input type="text" inputmode="decimal" aria-label="Width of the line in mm" .value=${String(drawing.width / 1_000)} @change=${(e: Event) => widened(bench, e.target as HTMLInputElement)} /></label>
        <button class="primary" id="drawn" @click=${() => drawing.end()}>Done</button>
      </div>`
    : nothing;
}

function widened(bench: Bench, field: HTMLInputElement): void {
  const mm = read(field.value);
  if (mm !== undefined && mm >= 0.05 && mm <= 20) {
    bench.drawing.width = Math.round(mm * 1_000);
  }
  field.value = String(bench.drawing.width / 1_000);
}

function picture(event: Event, act: BarActions): void {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  if (file) {
    act.upload(file);
  }
  input.value = '';
}

function menuBelow(event: Event, act: BarActions): void {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  act.addMenu(box.x, box.bottom + 4);
}

const VOIDED = 'Any change makes it a draft again, and what was approved has to be approved anew.';

function stands({ standing }: BarState): TemplateResult | typeof nothing {
  return standing.state === 'DRAFT'
    ? nothing
    : html`<span id="standing" class="standing" data-state=${standing.state} title=${VOIDED} role="status">${standing.word}</span>`;
}

function saved(state: BarState): TemplateResult {
  const [kind, text] = state.offline
    ? ['offline', state.unsaved ? `Offline, ${state.unsaved} to save` : 'Offline']
    : state.unsaved ? ['waiting', 'Saving…'] : ['done', 'Saved'];
  return html`<span id="saved" class="saved ${kind}" role="status">${text}</span>`;
}

function initials(name: string): string {
  return name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => word[0]).join('').toUpperCase();
}
