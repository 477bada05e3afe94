// The pictures that one's organization uploaded before, to be placed again.

import { html, nothing, type TemplateResult } from 'lit';
import type { Uploaded } from './start.js';

interface Page {
  count: number;
  assets: Uploaded[];
}

export interface Shelf {
  library(query: string, offset: number): Promise<string>;
}

export class Library {
  private query = '';
  private page?: Page;
  private asked = 0;

  constructor(
    private readonly shelf: () => Shelf,
    private readonly base: () => string,
    private readonly changed: () => void,
    private readonly place: (picture: Uploaded) => void,
  ) {}

  /** Reads the first pictures anew. */
  open(): void {
    this.query = '';
    this.page = undefined;
    void this.read(0);
  }

  private async read(offset: number): Promise<void> {
    const asked = ++this.asked;
    const page = JSON.parse(await this.shelf().library(this.query, offset)) as Page;
    if (asked === this.asked && page.assets) {
      this.page = offset ? { ...page, assets: [...this.page!.assets, ...page.assets] } : page;
      this.changed();
    }
  }

  private search(query: string): void {
    this.query = query;
    void this.read(0);
  }

  template(close: () => void): TemplateResult {
    const { page } = this;
    return html`<div class="library">
      <label>Search<input type="search" placeholder="Name of a picture" .value=${this.query} @input=${(e: Event) => this.search((e.target as HTMLInputElement).value)} /></label>
      ${page === undefined ? html`<p class="quiet">Looking…</p>` : page.assets.length ? this.shelves(page, close) : this.nothing()}
    </div>`;
  }

  private nothing(): TemplateResult {
    return html`<p class="quiet">${this.query ? 'No picture of that name.' : 'Nothing was uploaded yet. Add a picture from your device; it is kept here.'}</p>`;
  }

  private shelves(page: Page, close: () => void): TemplateResult {
    const more = page.count - page.assets.length;
    return html`<ul>
        ${page.assets.map(
          (one) => html`<li><button @click=${() => { this.place(one); close(); }}>
            <img src="${this.base()}/${one.digest}" alt="" loading="lazy" /><span>${one.name}</span><small>${one.widthPx} × ${one.heightPx} pixels</small></button></li>`,
        )}
      </ul>
      ${more > 0 ? html`<button @click=${() => void this.read(page.assets.length)}>${more.toLocaleString()} more</button>` : nothing}`;
  }
}
