// The editor element: it shows the card, hands what happens to its parts, and speaks with the server.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Action } from './actions.js';
import { chosen, held, withGroups, type Overlay, type Plate } from './bench.js';
import { around, bounds } from './dragging.js';
import { Drawing, type Made } from './drawing.js';
import { findingsPanel } from './findings.js';
import { offers } from './features.js';
import { Hands } from './hands.js';
import { LayerList } from './list.js';
import { additions, filled, made, onTop, pictured } from './making.js';
import { Keys } from './keys.js';
import { newLayerId, type Changes, type Face, type Layer } from './model.js';
import { Preview } from './preview.js';
import { rulers } from './rulers.js';
import { current, type Finding, type Scene } from './scene.js';
import { help, menu, offered, Palette, sheet } from './sheets.js';
import { Shelves, type Keeper, type Shelf } from './shelves.js';
import { Sitting } from './sitting.js';
import { stage } from './stage.js';
import type { Uploaded } from './start.js';
import { styles } from './styles.js';
import { drawBar, toolbar, viewBar, type BarActions } from './toolbar.js';
import { valuesPanel } from './values.js';
import { Viewport } from './viewport.js';

const NOTHING: ReadonlyMap<string, Partial<Layer>> = new Map();
const TABS = [['values', 'Values'], ['layers', 'Layers'], ['preflight', 'Preflight']] as const;

@customElement('cardloom-editor')
export class CardloomEditor extends Sitting implements Keeper {
  static styles = styles;
  @state() face: Face = 'front';
  @state() guides = true;
  @state() snapping = true;
  @state() several = false;
  @state() overlay?: Overlay;
  @state() private menuAt?: { x: number; y: number; all: Action[] };
  @state() private tab: (typeof TABS)[number][0] = 'values';
  @state() private draft?: Changes;
  readonly view = new Viewport();
  @state() plate: Plate = 'all';
  readonly drawing: Drawing = new Drawing(this, (made) => this.drew(made));
  private readonly hands = new Hands(this);
  private readonly keys = new Keys(this, this.hands);
  private readonly list = new LayerList(this);
  private readonly hand = new Preview();
  private readonly palette = new Palette(this, () => additions(this, this.barActions.add), () => (this.overlay = undefined));
  private readonly shelves = new Shelves(this);
  private readonly watch = new ResizeObserver(() => this.measure());
  private watched?: Element;
  /** Whether the next picture becomes a sketch. */
  private sketching = false;

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keyup', this.released);
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keyup', this.released);
    this.watch.disconnect();
    this.watched = undefined;
  }

  turn(face: Face): void {
    this.face = face;
    this.select([]);
  }

  select(ids: Iterable<string>): void {
    this.selection = new Set(ids);
    this.point(0, 0, true);
    this.requestUpdate();
  }

  rename(id: string): void {
    this.tab = 'layers';
    this.list.rename(id);
  }

  /** Puts the cursor into the words of the selected layer. */
  editWords(): void {
    this.tab = 'values';
    void this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector<HTMLInputElement>('#values fieldset:not(:disabled) [data-words] input');
      field?.focus();
      field?.select();
    });
  }

  readonly shelf = (shelf: Shelf) => this.shelves.open(shelf);

  onBench(event: MouseEvent): [number, number] | undefined {
    const box = this.watched!.getBoundingClientRect();
    const [x, y] = [event.clientX - box.x, event.clientY - box.y];
    return x >= 0 && y >= 0 && x <= box.width && y <= box.height ? this.view.at(x, y) : undefined;
  }

  choosePicture(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();
  }

  menu(x: number, y: number): void {
    this.menuAt = { x, y, all: offered(this) };
  }

  private readonly released = (event: KeyboardEvent) => this.keys.up(event);

  private measure(): void {
    const box = this.renderRoot.querySelector('.canvas')?.getBoundingClientRect();
    if (box?.width && this.start) {
      this.menuAt = undefined;
      this.view.resize(box.width, box.height, this.card);
      this.requestUpdate();
    }
  }

  place(picture: Uploaded): void {
    const chosen = [...this.selection].map((id) => [id, this.layers.get(id)!] as const);
    if (chosen.length === 1 && chosen[0][1].type === 'slot' && !held(this, chosen[0][1])) {
      const id = newLayerId();
      this.do(filled(...chosen[0], id, picture));
      this.select([id]);
    } else {
      this.add(pictured(this.card, picture, this.sketching));
    }
    this.sketching = false;
  }

  private add(own: Made): void {
    const id = newLayerId();
    this.do({ op: 'add', id, layer: onTop(this.layers, this.face, this.card, own) });
    this.select([id]);
  }

  /** A freehand drawing goes on after each stroke; a path is done. */
  private drew(own: Made): void {
    this.add(own);
    if (this.drawing.tool === 'doodle') {
      this.select([]);
    } else {
      this.drawing.tool = undefined;
    }
  }

  render(): TemplateResult {
    const { start } = this;
    if (!start) {
      return html`<p class="panel quiet">Opening the design…</p>`;
    }
    const state = {
      standing: this.standing, mayFreeze: start.mayFreeze, offline: this.offline, unsaved: this.session!.unsaved,
      uploading: this.uploading, people: this.company.people,
    };
    return html`<div class="whole" @keydown=${(e: KeyboardEvent) => this.keys.down(e)}>
      ${toolbar(this, state, this.barActions)}
      ${this.offline ? html`<p class="banner" role="status">The connection is lost. Go on: what you change is kept here and sent as soon as it is back.</p>` : nothing}
      <div class="bench">${this.canvas()} ${rulers(this.view, this.selected)} ${viewBar(this)} ${drawBar(this)}
        ${this.word ? html`<div class="word ${this.word.plain ? 'plain' : ''}" role="alert"><p>${this.word.text}</p>
          <button @click=${() => (this.word = undefined)}>Close</button></div>` : nothing}
      </div>
      ${guard([this.hands.busy ? 'busy' : {}], () => this.panels())}
    </div>
    ${this.menuAt ? menu(this, this.menuAt.all, this.menuAt, () => this.menuClosed()) : nothing} ${this.sheet()}`;
  }

  private canvas(): TemplateResult {
    const { hands } = this;
    return html`<div class="canvas ${hands.space ? 'panning' : this.drawing.tool ? 'drawing' : ''}"
      @pointerdown=${(e: PointerEvent) => this.pressed(e)} @pointermove=${(e: PointerEvent) => hands.move(e)}
      @pointerup=${(e: PointerEvent) => hands.up(e)} @pointercancel=${(e: PointerEvent) => hands.up(e)}
      @wheel=${(e: WheelEvent) => hands.wheel(e)} @contextmenu=${(e: MouseEvent) => this.menuAsked(e)}
      @dragover=${(e: DragEvent) => e.preventDefault()} @drop=${(e: DragEvent) => this.dropped(e)}
    >${stage(this.scene(this.face))}</div>`;
  }

  private panels(): TemplateResult {
    const panel = (tab: typeof this.tab, content: unknown) => html`<section class="panel ${this.tab === tab ? 'shown' : ''}" id=${tab}
      aria-label=${TABS.find(([one]) => one === tab)![1]}>${content}</section>`;
    return html`<aside>
      <div class="tabs" role="tablist" aria-label="Panels">
        ${TABS.map(([tab, word]) => html`<button role="tab" aria-selected=${this.tab === tab} aria-controls=${tab} @click=${() => (this.tab = tab)}>
          ${word}${tab === 'preflight' && this.findings.length ? ` ${this.findings.length}` : ''}</button>`)}
      </div>
      ${panel('values', valuesPanel(this, (draft) => (this.draft = draft)))}
      ${panel('layers', this.list.template())}
      ${panel('preflight', findingsPanel(this.findings, this.checking, (finding) => this.goTo(finding), this.readonly ? undefined : (finding) => this.mend(finding)))}
    </aside>`;
  }

  private sheet(): TemplateResult | typeof nothing {
    const close = () => (this.overlay = undefined);
    switch (this.overlay) {
      case 'palette':
        return sheet('commands', 'All commands', this.palette.template(), close);
      case 'help':
        return sheet('help', 'Keys and hands', help(), close);
      case 'preview':
        return sheet('card', 'Card in the hand', this.hand.template((face) => this.scene(face)), close);
      case 'library':
        return sheet('library', 'Ready to use', this.shelves.template(close), close);
      default:
        return nothing;
    }
  }

  private scene(face: Face): Scene {
    const { start, hands, view } = this;
    const typed = this.draft ? chosen(this).filter(([, layer]) => !held(this, layer)).map(([id]) => id) : [];
    return {
      card: start!.card, face, layers: this.layers, selection: this.selection,
      moving: typed.length ? new Map(typed.map((id) => [id, this.draft as Partial<Layer>])) : (hands.carried?.moving ?? NOTHING),
      outlines: typed.length ? this.shaping.but(typed) : this.shaping.outlines,
      others: this.company.others(start!.person), findings: this.findings, guides: this.guides, lines: hands.carried?.lines ?? {},
      box: view.box, pixel: view.pixel, frame: hands.frame, plate: this.plate, drawing: this.drawing.preview, cursor: this.drawing.tool && this.drawing.cursor,
      href: (layer, id) => (this.session!.isConfirmed(id) ? `${start!.assets}/${layer.asset}` : undefined),
      held: (layer) => held(this, layer),
    };
  }

  /** The rectangle around what is selected, as it is under the hand. */
  private get selected() {
    return around(chosen(this).map(([id, layer]) => bounds(current({ moving: this.hands.carried?.moving ?? NOTHING }, id, layer))));
  }

  private pressed(event: PointerEvent): void {
    const layer = (event.composedPath()[0] as Element).closest('[data-layer]');
    this.hands.down(event);
    ((layer as SVGElement | null) ?? this.renderRoot.querySelector<SVGElement>('.stage'))?.focus({ preventScroll: true });
    event.preventDefault();
  }

  private menuAsked(event: MouseEvent): void {
    event.preventDefault();
    const id = (event.composedPath()[0] as Element).closest('[data-layer]')?.getAttribute('data-layer');
    if (id && !this.selection.has(id)) {
      this.select(withGroups(this.layers, [id]));
    }
    this.menu(event.clientX, event.clientY);
  }

  private menuClosed(): void {
    this.menuAt = undefined;
    this.renderRoot.querySelector<SVGElement>('.stage')?.focus({ preventScroll: true });
  }

  private goTo(finding: Finding): void {
    this.face = finding.face;
    this.select(finding.layer ? [finding.layer] : []);
  }

  private mend(finding: Finding): void {
    this.findings = this.findings.filter((one) => one !== finding);
    this.do(finding.fix!.command);
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) {
      this.barActions.upload(file);
    }
  }

  private readonly barActions: BarActions = {
    add: (kind) => {
      this.sketching = kind === 'sketch';
      if (kind === 'doodle' || kind === 'pen') {
        this.drawing.start(kind);
      } else if (kind === 'image' || kind === 'sketch') {
        this.choosePicture();
      } else if (kind === 'library' || kind === 'packs') {
        this.shelf(kind === 'packs' ? 'drawings' : 'pictures');
      } else {
        this.add(made(kind, this.fonts));
      }
    },
    addMenu: (x, y) => (this.menuAt = { x, y, all: offers(this, additions(this, this.barActions.add)) }),
    freeze: () => void this.freeze(),
    upload: (file) => this.upload(file),
    cancelled: () => (this.sketching = false),
  };

  protected updated(changed: PropertyValues): void {
    const canvas = this.renderRoot.querySelector('.canvas');
    if (canvas && canvas !== this.watched) {
      this.watched = canvas;
      this.watch.observe(canvas);
    }
    if (changed.has('overlay') && changed.get('overlay') && !this.overlay) {
      this.renderRoot.querySelector<SVGElement>('.stage')?.focus({ preventScroll: true });
    }
  }
}
