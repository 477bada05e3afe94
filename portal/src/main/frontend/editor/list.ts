// The layers of a side in their order: rename, lock, hide, group, and reorder by hand or by key.

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { laidAt } from './arranging.js';
import { held, withGroups, type Bench } from './bench.js';
import { icon } from './icons.js';
import { stack, together, type Changes, type Layer } from './model.js';
import { change } from './operations.js';
import { layerName, typeWord } from './words.js';

function focused(field?: Element): void {
  queueMicrotask(() => field instanceof HTMLInputElement && field.select());
}

/** How near the edge of the list a drag scrolls it, and how far at once, in pixels. */
const EDGE = 24;
const STEP = 12;

interface Row {
  id: string;
  layer: Layer;
  /** The first of its group, seen from above. */
  heads: boolean;
}

export class LayerList {
  private renaming?: string;
  private readonly folded = new Set<string>();
  /** Where the dragged rows would be dropped: above the row of this id, or below all. */
  private target?: { above?: string };
  private dragged?: ReadonlySet<string>;

  constructor(private readonly bench: Bench) {}

  rename(id: string): void {
    this.renaming = id;
    this.bench.requestUpdate();
  }

  template(): TemplateResult {
    const rows = this.rows();
    return html`<h2>Layers</h2>
      ${rows.length === 0
        ? html`<p class="quiet">Nothing on this side yet. Add a text, a picture or a shape.</p>`
        : html`<ul class="layers ${this.dragged ? 'dragging' : ''}">
            ${repeat(rows, (row) => row.id, (row) => html`${row.heads ? this.head(row) : nothing}${this.folded.has(row.layer.group ?? '-') ? nothing : guard(this.looks(row), () => this.row(row))}`)}
          </ul>`}`;
  }

  private rows(): Row[] {
    const all = stack(this.bench.layers, this.bench.face).reverse();
    return all.map(([id, layer], i) => ({ id, layer, heads: !!layer.group && all[i - 1]?.[1].group !== layer.group }));
  }

  private head({ id, layer }: Row): TemplateResult {
    const { bench } = this;
    const ids = withGroups(bench.layers, [id]);
    const members = [...ids].map((one): [string, Layer] => [one, bench.layers.get(one)!]);
    const folded = this.folded.has(layer.group!);
    const all = (name: 'hidden' | 'locked') => members.every(([, one]) => one[name]);
    const on = [...ids].every((one) => bench.selection.has(one));
    return html`<li class="head ${on ? 'on' : ''}" data-row=${id}>
      ${this.grip(ids)}
      <button class="icon" aria-expanded=${!folded} aria-label=${folded ? 'Unfold the group' : 'Fold the group'} @click=${() => this.fold(layer.group!)}>${folded ? '▸' : '▾'}</button>
      <button class="layer-name" aria-pressed=${on} @click=${(e: MouseEvent) => this.select([...ids], e)}>${icon('group')}Group of ${ids.size}</button>
      ${this.switches(members, all('hidden'), all('locked'))}
    </li>`;
  }

  /** All that a row depends on: an edit of one layer draws one row anew, not the other hundreds. */
  private looks({ id, layer }: Row): unknown[] {
    const { bench } = this;
    return [layer, bench.selection.has(id), this.renaming === id, this.target?.above === id, bench.readonly, held(bench, layer)];
  }

  private row({ id, layer }: Row): TemplateResult {
    const on = this.bench.selection.has(id);
    return html`<li class="${on ? 'on' : ''} ${layer.group ? 'inner' : ''} ${this.target?.above === id ? 'target' : ''} ${layer.hidden ? 'unseen-layer' : ''}" data-row=${id}>
      ${this.grip(new Set([id]))}
      ${this.renaming === id ? this.nameField(id, layer) : html`<button class="layer-name" aria-pressed=${on}
          @click=${(e: MouseEvent) => this.select([id], e)} @dblclick=${() => !held(this.bench, layer) && this.rename(id)}>
          ${icon(layer.type)}<span class="unseen">${typeWord(layer)}: </span>${layerName(layer)}${layer.mandatory ? html`<em class="must" title="Partners leave it as it is">required</em>` : nothing}
        </button>`}
      ${this.switches([[id, layer]], layer.hidden, layer.locked)}
    </li>`;
  }

  private nameField(id: string, layer: Layer): TemplateResult {
    const end = (name?: string) => {
      this.renaming = undefined;
      if (name !== undefined) {
        change(this.bench, [[id, layer]], () => ({ name }));
      }
      this.bench.requestUpdate();
    };
    return html`<input class="rename" aria-label="Name of the layer" maxlength="80" .value=${layer.name} ${ref(focused)}
      @blur=${(e: Event) => this.renaming === id && end((e.target as HTMLInputElement).value)}
      @keydown=${(e: KeyboardEvent) => {
        if (e.key === 'Enter') end((e.target as HTMLInputElement).value);
        if (e.key === 'Escape') end();
        e.stopPropagation();
      }} />`;
  }

  private switches(layers: [string, Layer][], hidden: boolean, locked: boolean): TemplateResult | typeof nothing {
    if (this.bench.readonly) {
      return nothing;
    }
    const set = (changes: Changes, some: [string, Layer][]) => change(this.bench, some, () => changes);
    const mine = layers.filter(([, layer]) => !held(this.bench, { ...layer, locked: false }));
    const loose = mine.filter(([, layer]) => !layer.locked);
    return html`<button class="icon hidden" aria-pressed=${hidden} ?disabled=${!loose.length} title=${hidden ? 'Show' : 'Hide'} aria-label=${hidden ? 'Show' : 'Hide'}
        @click=${() => set({ hidden: !hidden }, loose)}>${icon(hidden ? 'closed' : 'eye')}</button>
      <button class="icon locked" aria-pressed=${locked} ?disabled=${!mine.length} title=${locked ? 'Unlock' : 'Lock'} aria-label=${locked ? 'Unlock' : 'Lock'}
        @click=${() => set({ locked: !locked }, mine)}>${icon(locked ? 'lock' : 'open')}</button>`;
  }

  private grip(ids: ReadonlySet<string>): TemplateResult | typeof nothing {
    return this.bench.readonly
      ? nothing
      : html`<span class="drag" title="Drag to reorder (Page up and Page down)" @pointerdown=${(e: PointerEvent) => this.lift(e, ids)}
          @pointermove=${(e: PointerEvent) => this.carry(e)} @pointerup=${() => this.drop()} @pointercancel=${() => this.drop(true)}>${icon('grip')}</span>`;
  }

  private lift(event: PointerEvent, ids: ReadonlySet<string>): void {
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const all = [...ids].every((id) => this.bench.selection.has(id)) ? this.bench.selection : ids;
    this.dragged = new Set([...all].filter((id) => !held(this.bench, this.bench.layers.get(id)!)));
  }

  private carry(event: PointerEvent): void {
    if (this.dragged) {
      const list = (event.currentTarget as Element).closest('ul')!;
      const pane = list.closest('section')!;
      const { top, bottom } = pane.getBoundingClientRect();
      pane.scrollTop += event.clientY < top + EDGE ? -STEP : event.clientY > bottom - EDGE ? STEP : 0;
      const row = [...list.querySelectorAll('li')].find((one) => {
        const box = one.getBoundingClientRect();
        return event.clientY < box.y + box.height / 2;
      });
      this.target = { above: row?.getAttribute('data-row') ?? undefined };
      this.bench.requestUpdate();
    }
  }

  private drop(cancelled = false): void {
    const { dragged, target, bench } = this;
    this.dragged = undefined;
    this.target = undefined;
    if (dragged?.size && target && !cancelled) {
      // The list is shown from above: right above a row in it lies right above it on the card.
      const staying = stack(bench.layers, bench.face).filter(([id]) => !dragged.has(id));
      const rows = this.rows().map((row) => row.id);
      const from = target.above === undefined ? rows.length : rows.indexOf(target.above);
      const next = rows.slice(from).find((id) => !dragged.has(id));
      bench.do(together(laidAt(bench.layers, bench.face, dragged, staying.findIndex(([id]) => id === next))));
    }
    bench.requestUpdate();
  }

  private fold(group: string): void {
    if (!this.folded.delete(group)) {
      this.folded.add(group);
    }
    this.bench.requestUpdate();
  }

  private select(ids: string[], event: MouseEvent): void {
    const { bench } = this;
    if (event.shiftKey || event.ctrlKey || event.metaKey || bench.several) {
      const rest = [...bench.selection].filter((id) => !ids.includes(id));
      bench.select(ids.every((id) => bench.selection.has(id)) ? rest : [...rest, ...ids]);
    } else {
      bench.select(ids);
    }
  }
}
