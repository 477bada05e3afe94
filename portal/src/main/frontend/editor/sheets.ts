// What opens above the editor: a dialog, the menu at a point, all commands, and the keys.

import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { ACTIONS, possible, shown, type Action, type Section } from './actions.js';
import type { Bench } from './bench.js';

/** A dialog over everything; Escape or a press beside it closes it. */
export function sheet(name: string, title: string, content: TemplateResult, close: () => void): TemplateResult {
  return html`<dialog class="sheet ${name}" aria-label=${title} ${ref(opened)} @close=${close}
    @click=${(e: MouseEvent) => e.target === e.currentTarget && (e.currentTarget as HTMLDialogElement).close()}
    @keydown=${(e: KeyboardEvent) => e.stopPropagation()}>
    <div class="sheet-body">
      <div class="sheet-head"><h2>${title}</h2><button class="close" @click=${(e: Event) => (e.target as Element).closest('dialog')!.close()}>Close</button></div>
      ${content}
    </div>
  </dialog>`;
}

function opened(element?: Element): void {
  if (element instanceof HTMLDialogElement && !element.open) {
    queueMicrotask(() => element.isConnected && !element.open && element.showModal());
  }
}

const SECTIONS: Section[] = ['Select', 'Change', 'Move and size', 'Arrange', 'View'];
const HANDS: [string, string][] = [
  ['Drag', 'moves what is selected; it snaps to the card, its zones and other layers'],
  ['Drag, Alt held', 'moves freely; with Shift in one direction only'],
  ['Drag a handle', 'resizes; Shift keeps the shape, Alt keeps the middle'],
  ['Drag the round handle', 'rotates; Shift in steps of 15°'],
  ['Drag beside the card', 'draws a frame: what it touches is selected'],
  ['Shift and click', 'adds to what is selected, or takes from it'],
  ['Click twice', 'edits the words, or one layer of a group'],
  ['Wheel, two fingers', 'look further; with Ctrl, or by pinching, zoom'],
  ['Space or middle button and drag', 'look further'],
  ['Right click, long press', 'the menu of what is there'],
  ['Tab', 'goes from layer to layer; Space selects, Shift Space adds'],
];

export function help(): TemplateResult {
  const keyed = (section: Section) => ACTIONS.filter((one) => one.section === section && one.keys);
  return html`<div class="keys" tabindex="0" role="region" aria-label="Keys"><div class="columns">
    <section><h3>Hands</h3><dl>${HANDS.map(([hand, does]) => html`<div><dt>${hand}</dt><dd>${does}</dd></div>`)}</dl></section>
    ${SECTIONS.map(
      (section) => html`<section><h3>${section}</h3><dl>
        ${keyed(section).map((one) => html`<div><dt>${one.keys!.slice(0, 2).map((keys, i) => html`${i ? ' or ' : nothing}<kbd>${shown(keys)}</kbd>`)}</dt><dd>${one.word}</dd></div>`)}
      </dl></section>`,
    )}
  </div></div>`;
}

/** What the menu of the card offers now. */
export function offered(bench: Bench): Action[] {
  return ACTIONS.filter((one) => one.menu && possible(one, bench));
}

/** A menu at a place of the window. */
export function menu(bench: Bench, all: Action[], at: { x: number; y: number }, close: () => void): TemplateResult {
  return html`<div class="veil" @pointerdown=${close} @contextmenu=${(e: Event) => { e.preventDefault(); close(); }}></div>
    <ul class="menu" role="menu" aria-label="What can be done here" style="left:${at.x}px;top:${at.y}px" ${ref(first)}
      @keydown=${(e: KeyboardEvent) => walked(e, close)}>
      ${all.map(
        (one, i) => html`${i && (all[i - 1].section !== one.section || all[i - 1].part !== one.part) ? html`<li role="separator"></li>` : nothing}
          <li role="none"><button role="menuitem" tabindex="-1" data-action=${one.id} @click=${() => { close(); one.run(bench); }}>
            <span>${one.word.replace('Add: ', '')}</span>${one.keys ? html`<kbd>${shown(one.keys[0])}</kbd>` : nothing}</button></li>`,
      )}
    </ul>`;
}

/** Keeps a menu in the window, and puts the focus on its first line. */
function first(element?: Element): void {
  if (element instanceof HTMLElement && !element.contains((element.getRootNode() as ShadowRoot).activeElement)) {
    queueMicrotask(() => {
      const box = element.getBoundingClientRect();
      element.style.translate = `${Math.min(0, innerWidth - box.right - 8)}px ${Math.min(0, innerHeight - box.bottom - 8)}px`;
      element.querySelector('button')?.focus();
    });
  }
}

function walked(event: KeyboardEvent, close: () => void): void {
  event.stopPropagation();
  const menu = event.currentTarget as HTMLElement;
  const lines = [...menu.querySelectorAll('button')];
  const at = lines.indexOf((menu.getRootNode() as ShadowRoot).activeElement as HTMLButtonElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    lines.at(to % lines.length)?.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close();
  }
}

/** All commands, found by a few of their letters. */
export class Palette {
  private words = '';
  private at = 0;

  constructor(
    private readonly bench: Bench,
    private readonly more: () => Action[],
    private readonly close: () => void,
  ) {}

  template(): TemplateResult {
    const found = this.found();
    this.at = Math.min(this.at, Math.max(0, found.length - 1));
    return html`<input class="find" type="text" role="combobox" aria-label="Find a command" aria-expanded="true" aria-controls="found"
        aria-activedescendant=${found.length ? `found-${found[this.at].id}` : nothing} placeholder="What do you want to do?" autofocus autocomplete="off"
        .value=${this.words} @input=${(e: Event) => this.typed((e.target as HTMLInputElement).value)} @keydown=${(e: KeyboardEvent) => this.key(e, found)} />
      <ul id="found" role="listbox" aria-label="Commands" tabindex="-1">
        ${found.map(
          (one, i) => html`<li role="option" id="found-${one.id}" aria-selected=${i === this.at} @click=${() => this.run(one)}>
            <span>${one.word}${one.on?.(this.bench) ? ' ✓' : ''}</span><small>${one.section}</small>${one.keys ? html`<kbd>${shown(one.keys[0])}</kbd>` : nothing}</li>`,
        )}
      </ul>
      ${found.length ? nothing : html`<p class="quiet" role="status">No command is called like that.</p>`}`;
  }

  private found(): Action[] {
    const wanted = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    return [...this.more(), ...ACTIONS]
      .filter((one) => one.id !== 'palette' && possible(one, this.bench))
      .filter((one) => wanted.every((word) => `${one.word} ${one.section}`.toLowerCase().includes(word)));
  }

  private typed(words: string): void {
    this.words = words;
    this.at = 0;
    this.bench.requestUpdate();
  }

  private key(event: KeyboardEvent, found: Action[]): void {
    event.stopPropagation();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && found.length) {
      event.preventDefault();
      this.at = (this.at + by + found.length) % found.length;
      this.bench.requestUpdate();
      const list = (event.target as Element).nextElementSibling!;
      list.querySelectorAll('li')[this.at]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && found.length) {
      event.preventDefault();
      this.run(found[this.at]);
    }
  }

  private run(one: Action): void {
    this.words = '';
    this.at = 0;
    this.close();
    one.run(this.bench);
  }
}
