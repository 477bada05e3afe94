// Fields of the panels: each shows one value, or that several layers differ in it.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** Stands for a value that is not the same in all selected layers. */
export const MIXED = Symbol('mixed');
export type Shown<T> = T | typeof MIXED;

/** The one value of all, or that they differ. */
export function shared<L, T>(layers: L[], value: (layer: L) => T): Shown<T> {
  const first = value(layers[0]);
  return layers.every((layer) => value(layer) === first) ? first : MIXED;
}

export function textField(
  label: string, value: Shown<string>, most: number, set: (value: string) => void, typing?: (value?: string) => void,
): TemplateResult {
  return html`<label>${label}<input type="text" maxlength=${most} .value=${value === MIXED ? '' : value}
    placeholder=${value === MIXED ? 'mixed' : ''}
    @input=${(e: Event) => typing?.((e.target as HTMLInputElement).value)}
    @blur=${() => typing?.(undefined)}
    @change=${(e: Event) => set((e.target as HTMLInputElement).value)} /></label>`;
}

export function colorField(label: string, value: Shown<string>, set: (value: string) => void): TemplateResult {
  const word = value === MIXED ? 'mixed' : value;
  return html`<label>${label}<span class="color"><input type="color" aria-label=${label} .value=${value === MIXED ? '#808080' : value}
      @change=${(e: Event) => set((e.target as HTMLInputElement).value.toLowerCase())} />
    <input type="text" class="code" maxlength="7" spellcheck="false" aria-label="${label} as a code" .value=${word}
      @change=${(e: Event) => coded(e.target as HTMLInputElement, word, set)} /></span></label>`;
}

/** Takes `#1a2b3c`, with or without its sign, or with three digits. */
function coded(field: HTMLInputElement, before: string, set: (value: string) => void): void {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(field.value.trim().toLowerCase())?.[1];
  if (digits) {
    set('#' + (digits.length === 3 ? digits.replace(/./g, '$&$&') : digits));
  } else {
    field.value = before;
  }
}

export interface Range {
  unit: string;
  least: number;
  most: number;
  /** How far an arrow key goes. */
  step?: number;
  /** How many of the document's units make one of those that are shown. */
  per?: number;
}

export const MM: Range = { unit: 'mm', least: -1_000, most: 1_000, step: 0.1, per: 1_000 };
export const LENGTH: Range = { ...MM, least: 0.1 };

/** A number in the units people know; the document's are whole. */
export function numberField(label: string, value: Shown<number>, range: Range, set: (value: number) => void): TemplateResult {
  const per = range.per ?? 1;
  const shown = value === MIXED ? '' : String(Math.round((value / per) * 1_000) / 1_000);
  const take = (field: HTMLInputElement) => {
    const number = read(field.value);
    if (number === undefined) {
      field.value = shown;
    } else {
      set(Math.round(Math.min(range.most, Math.max(range.least, number)) * per));
    }
  };
  return html`<label>${label} <small>${range.unit}</small><input type="text" inputmode="decimal" autocomplete="off"
    .value=${shown} placeholder=${value === MIXED ? 'mixed' : ''}
    @keydown=${(e: KeyboardEvent) => stepped(e, range, take)}
    @change=${(e: Event) => take(e.target as HTMLInputElement)} /></label>`;
}

/** A number as people write it, with a comma or a point. */
export function read(text: string): number | undefined {
  const number = Number(text.trim().replace(',', '.').replace('−', '-'));
  return text.trim() !== '' && Number.isFinite(number) ? number : undefined;
}

/** Arrow up and down change a number, ten times as far with Shift. */
function stepped(event: KeyboardEvent, range: Range, take: (field: HTMLInputElement) => void): void {
  const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (way) {
    event.preventDefault();
    const field = event.target as HTMLInputElement;
    const number = (read(field.value) ?? 0) + way * (range.step ?? 1) * (event.shiftKey ? 10 : 1);
    field.value = String(Math.round(number * 1_000) / 1_000);
    take(field);
  }
}

export function choice<T extends string | number>(label: string, value: Shown<T>, all: readonly (readonly [T, string])[], set: (value: T) => void): TemplateResult {
  return html`<label>${label}<select @change=${(e: Event) => set(all[Number((e.target as HTMLSelectElement).value)][0])}>
    ${value === MIXED ? html`<option value="" selected disabled>mixed</option>` : nothing}
    ${all.map(([one, word], i) => html`<option value=${i} ?selected=${one === value}>${word}</option>`)}
  </select></label>`;
}

export function check(label: string, value: Shown<boolean>, set: (value: boolean) => void): TemplateResult {
  return html`<label class="check"><input type="checkbox" .checked=${live(value === true)} .indeterminate=${value === MIXED}
    @change=${(e: Event) => set((e.target as HTMLInputElement).checked)} />${label}</label>`;
}
