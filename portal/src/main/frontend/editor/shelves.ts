// What lies ready beside the card: pictures uploaded before, packs of drawings, looks for a picture.
// The packs are loaded when somebody opens them first.

import { html, nothing, type TemplateResult } from 'lit';
import type { Bench } from './bench.js';
import { has } from './features.js';
import { Library } from './library.js';
import type { PackShelf } from './packs.js';
import type { ServerCalls, Start, Uploaded } from './start.js';

export type Shelf = 'pictures' | 'drawings' | 'looks';

/** What the shelves need of the editor. */
export interface Keeper extends Bench {
  readonly start?: Start;
  readonly $server: ServerCalls;
  place(picture: Uploaded): void;
  /** Where an event is on the card, in micrometers; undefined beside the bench. */
  onBench(event: MouseEvent): [number, number] | undefined;
}

const WORDS: Record<Shelf, string> = { pictures: 'Pictures', drawings: 'Drawings', looks: 'Looks' };

export class Shelves {
  private shelf: Shelf = 'pictures';
  private packs?: PackShelf;
  private readonly library: Library;

  constructor(private readonly keeper: Keeper) {
    this.library = new Library(() => keeper.$server, () => keeper.start!.library, () => keeper.requestUpdate(), (picture) => keeper.place(picture));
  }

  /** Opens one, or changes to it. */
  open(shelf: Shelf): void {
    this.shelf = shelf;
    this.keeper.overlay = 'library';
    if (shelf === 'pictures') {
      this.library.open();
    } else {
      void this.unpack();
    }
    this.keeper.requestUpdate();
  }

  private async unpack(): Promise<void> {
    const { PackShelf } = await import('./packs.js');
    this.packs ??= new PackShelf(this.keeper);
    await this.packs.read();
    this.keeper.requestUpdate();
  }

  /** Those that the product has. */
  private get offered(): Shelf[] {
    const { keeper } = this;
    return (['pictures', 'drawings', 'looks'] as const).filter(
      (one) => one === 'pictures' || has(keeper, one === 'drawings' ? 'doodles' : 'filters'),
    );
  }

  template(close: () => void): TemplateResult {
    const { offered, shelf } = this;
    return html`<div class="shelves">
      ${offered.length > 1
        ? html`<div class="group shelf-tabs" role="group" aria-label="What lies ready">
            ${offered.map((one) => html`<button class="face" data-shelf=${one} aria-pressed=${one === shelf} @click=${() => this.open(one)}>${WORDS[one]}</button>`)}
          </div>`
        : nothing}
      ${shelf === 'pictures' ? this.library.template(close) : (this.packs?.template(shelf, close) ?? html`<p class="quiet">Looking…</p>`)}
    </div>`;
  }
}
