// The bar above the card: sides, what can be added, undo, who is here, and whether all is saved.

import { html, nothing, type TemplateResult } from 'lit';
import type { Face } from './model.js';
import type { Other } from './stage.js';

export interface BarState {
  face: Face;
  guides: boolean;
  readonly: boolean;
  standing: { state: string; word: string };
  mayFreeze: boolean;
  offline: boolean;
  unsaved: number;
  uploading?: number;
  people: Other[];
}

export interface BarActions {
  turn(face: Face): void;
  addText(): void;
  addShape(): void;
  addField(key: string): void;
  upload(file: File): void;
  undo(): void;
  redo(): void;
  guides(): void;
  freeze(): void;
}

const FACES: [Face, string][] = [['front', 'Front'], ['back', 'Back']];
const FIELDS = [['cardholder_name', 'Cardholder name'], ['second_line', 'Second line'], ['pan', 'Card number'], ['expiry', 'Valid thru']];

export function toolbar(state: BarState, act: BarActions): TemplateResult {
  return html`<header>
    <span class="group" role="group" aria-label="Side of the card">
      ${FACES.map(([face, word]) => html`<button class="face" aria-pressed=${state.face === face} @click=${() => act.turn(face)}>${word}</button>`)}
    </span>
    ${state.readonly ? html`<span class="quiet">You may look, not change.</span>` : tools(state, act)}
    <button aria-pressed=${state.guides} class="face" @click=${act.guides}>Guides</button>
    <span class="space"></span>
    <span class="people" role="group" aria-label="People here">
      ${state.people.map((one) => html`<span style="background:${one.color}" title=${one.name}>${initials(one.name)}</span>`)}
    </span>
    ${stands(state)} ${saved(state)}
    ${state.mayFreeze
      ? html`<button class="primary" id="freeze" ?disabled=${state.unsaved > 0} @click=${act.freeze}>Freeze for approval</button>`
      : nothing}
  </header>`;
}

function tools(state: BarState, act: BarActions): TemplateResult {
  return html`<span class="group">
      <button id="add-text" @click=${act.addText}>Text</button>
      <label class="button" id="add-image">
        ${state.uploading === undefined ? 'Picture' : `Uploading ${Math.round(state.uploading * 100)} %`}
        <input id="file" type="file" accept="image/png,image/jpeg,image/svg+xml" ?disabled=${state.uploading !== undefined}
          @change=${(event: Event) => chosen(event, act)} />
      </label>
      <button id="add-shape" @click=${act.addShape}>Shape</button>
      <select aria-label="Add a field" id="add-field" @change=${(event: Event) => picked(event, act)}>
        <option value="" selected>Field…</option>
        ${FIELDS.map(([key, word]) => html`<option value=${key}>${word}</option>`)}
      </select>
    </span>
    <span class="group"><button id="undo" @click=${act.undo}>Undo</button><button id="redo" @click=${act.redo}>Redo</button></span>`;
}

function chosen(event: Event, act: BarActions): void {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  if (file) {
    act.upload(file);
  }
  input.value = '';
}

function picked(event: Event, act: BarActions): void {
  const choice = event.target as HTMLSelectElement;
  act.addField(choice.value);
  choice.value = '';
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
