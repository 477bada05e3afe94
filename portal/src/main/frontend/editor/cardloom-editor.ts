// The editor element: it shows the card, listens to hands and keys, and speaks with the server.

import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { around, resized, unturned } from './dragging.js';
import { between, newLayerId, stack, type CardBody, type Changes, type Face, type Font, type Layer, type Layers } from './model.js';
import { findingsPanel, layersPanel, valuesPanel, type PanelActions } from './panels.js';
import { EditSession, type Answer, type Edit, type Server } from './session.js';
import { snap, type Rect } from './snapping.js';
import { stage, viewBox, type Finding, type Other, type Outline } from './stage.js';
import { styles } from './styles.js';

interface Start {
  design: string;
  name: string;
  number: number;
  layers: Record<string, Layer>;
  card: CardBody;
  fonts: Font[];
  assets: string;
  person: string;
  readonly: boolean;
  mayFreeze: boolean;
}

interface ServerCalls extends Server {
  point(x: number, y: number, selection: string): void;
  outlines(layers: string): Promise<string>;
  inspect(): Promise<string>;
  freeze(): Promise<string>;
}

interface Drag {
  kind: 'move' | string;
  of: string[];
  from: Map<string, Rect>;
  x: number;
  y: number;
  moved: boolean;
}

@customElement('cardloom-editor')
export class CardloomEditor extends LitElement {
  static styles = styles;
  declare $server: ServerCalls;

  @property({ attribute: 'upload-target' }) uploadTarget = '';
  @state() private start?: Start;
  @state() private face: Face = 'front';
  @state() private guides = true;
  @state() private offline = false;
  @state() private uploading?: number;
  @state() private word?: { text: string; plain?: boolean };
  @state() private findings: Finding[] = [];
  @state() private lines: { vertical?: number; horizontal?: number } = {};
  private selection = new Set<string>();
  private moving = new Map<string, Rect>();
  private others = new Map<string, Other>();
  private outlines = new Map<string, Outline>();
  private outlined = new Map<string, string>();
  private session?: EditSession;
  private drag?: Drag;
  private pixel = 100;
  private pointed = 0;
  private inspection = 0;
  private readonly watch = new ResizeObserver(() => this.measure());

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.leaving);
    window.Vaadin?.connectionState?.addStateChangeListener(this.connection);
    this.watch.observe(this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.leaving);
    window.Vaadin?.connectionState?.removeStateChangeListener(this.connection);
    this.watch.disconnect();
  }

  /** The server opens the design. */
  open(json: string): void {
    const start = JSON.parse(json) as Start;
    this.start = start;
    for (const font of start.fonts) {
      const face = new FontFace(font.family, `url(${font.url})`, { weight: String(font.weight) });
      document.fonts.add(face);
    }
    this.session = new EditSession(start.design, this.$server, () => this.laid(), (answer) => this.refused(answer));
    this.session.start(new Map(Object.entries(start.layers)), start.number);
  }

  /** An edit was committed. */
  heard(json: string): void {
    this.session?.heard(JSON.parse(json) as Edit);
  }

  people(json: string): void {
    const present = JSON.parse(json) as { person: string; name: string; color: string }[];
    const next = new Map<string, Other>();
    for (const one of present) {
      next.set(one.person, { ...(this.others.get(one.person) ?? { selection: [] }), name: one.name, color: one.color });
    }
    this.others = next;
    this.requestUpdate();
  }

  pointer(person: string, x: number, y: number, selection: string): void {
    const other = this.others.get(person);
    if (other && person !== this.start?.person) {
      this.others.set(person, { ...other, x, y, selection: JSON.parse(selection) });
      this.requestUpdate();
    }
  }

  /** The server dropped messages because this page was slow. */
  fellBehind(): void {
    void this.session?.catchUp();
  }

  /** An upload became an asset; it is placed in the middle, as large as fits the safe area. */
  uploaded(json: string): void {
    this.uploading = undefined;
    const answer = JSON.parse(json) as { digest: string; name: string; widthPx: number; heightPx: number; notes: string[] } & Answer;
    if (answer.code) {
      this.refused(answer);
      return;
    }
    const { width, height, safeMargin } = this.card;
    const scale = Math.min((width - 2 * safeMargin) / answer.widthPx, (height - 2 * safeMargin) / answer.heightPx);
    this.add({ type: 'image', name: answer.name, asset: answer.digest, width: Math.round(answer.widthPx * scale), height: Math.round(answer.heightPx * scale) });
    if (answer.notes.length) {
      this.word = { text: answer.notes.join(' '), plain: true };
    }
  }

  private get card(): CardBody {
    return this.start!.card;
  }

  private get layers(): Layers {
    return this.session?.layers ?? new Map();
  }

  private readonly leaving = (event: BeforeUnloadEvent) => {
    if (this.session?.unsaved) {
      event.preventDefault();
    }
  };

  private readonly connection = (_before: string, now: string) => {
    const offline = now === 'connection-lost' || now === 'reconnecting';
    if (this.offline && !offline) {
      this.session?.resend();
    }
    this.offline = offline;
  };

  private laid(): void {
    for (const id of this.selection) {
      if (!this.layers.has(id)) {
        this.selection.delete(id);
      }
    }
    this.requestUpdate();
    void this.refreshOutlines();
    clearTimeout(this.inspection);
    this.inspection = window.setTimeout(() => void this.inspect(), 700);
  }

  private async inspect(): Promise<void> {
    if (!this.session?.unsaved) {
      this.findings = JSON.parse(await this.$server.inspect()) as Finding[];
    }
  }

  private refused(answer: Answer): void {
    this.word = { text: answer.message ?? 'That was refused.' };
  }

  /** Asks the server to shape the texts whose look changed; a mere move shifts the outline here. */
  private async refreshOutlines(): Promise<void> {
    const wanted: Record<string, Layer> = {};
    for (const [id, layer] of this.layers) {
      if (layer.type === 'text' || layer.type === 'field') {
        const look = JSON.stringify([layer.text, layer.sample, layer.font, layer.weight, layer.size, layer.align, layer.width, layer.height]);
        if (this.outlined.get(id) !== look) {
          this.outlined.set(id, look);
          this.outlines.delete(id);
          wanted[id] = layer;
        }
      }
    }
    if (Object.keys(wanted).length) {
      const paths = JSON.parse(await this.$server.outlines(JSON.stringify(wanted))) as Record<string, string>;
      for (const [id, path] of Object.entries(paths)) {
        this.outlines.set(id, { path, x: wanted[id].x, y: wanted[id].y });
      }
      this.requestUpdate();
    }
  }

  private measure(): void {
    const width = this.renderRoot.querySelector('.stage')?.getBoundingClientRect().width;
    if (width && this.start) {
      this.pixel = viewBox(this.card).width / width;
      this.requestUpdate();
    }
  }

  private add(some: Partial<Layer> & Pick<Layer, 'type' | 'name' | 'width' | 'height'>): void {
    const top = stack(this.layers, this.face).at(-1)?.[1].order ?? '';
    const id = newLayerId();
    const layer: Layer = {
      face: this.face,
      order: between(top),
      x: Math.round((this.card.width - some.width) / 2),
      y: Math.round((this.card.height - some.height) / 2),
      rotation: 0,
      opacity: 1000,
      locked: false,
      hidden: false,
      ...some,
    };
    this.session!.do({ op: 'add', id, layer });
    this.selection = new Set([id]);
    this.requestUpdate();
  }

  private addText(): void {
    this.add({ type: 'text', name: '', text: 'New text', width: 40_000, height: 6_000, ...this.type(), size: 4_200 });
  }

  private addShape(): void {
    this.add({ type: 'shape', name: 'Rectangle', shape: 'rectangle', fill: '#c8c8c8', width: 30_000, height: 15_000 });
  }

  private addField(key: string): void {
    const [label, sample] = { cardholder_name: ['Cardholder name', 'ALEX SAMPLE'], second_line: ['Second line', 'SAMPLE COMPANY'], pan: ['Card number', '0000 0000 0000 0000'], expiry: ['Valid thru', '12/30'] }[key] ?? ['Custom', 'Sample'];
    this.add({ type: 'field', name: label, key, label, sample, width: 50_000, height: 5_000, ...this.type(), size: 3_600 });
  }

  private type(): Pick<Layer, 'font' | 'weight' | 'color' | 'align'> {
    return { font: this.start!.fonts[0]?.family ?? '', weight: 400, color: '#1a1a1a', align: 'left' };
  }

  private async upload(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) {
      return;
    }
    const form = new FormData();
    form.append('file', file, file.name);
    const request = new XMLHttpRequest();
    request.upload.onprogress = (progress) => (this.uploading = progress.loaded / progress.total);
    request.onloadend = () => {
      if (request.status >= 400 || request.status === 0) {
        this.uploading = undefined;
        this.word = { text: 'The picture did not arrive. Check the connection and choose it again.' };
      }
    };
    this.uploading = 0;
    request.open('POST', this.uploadTarget);
    request.send(form);
  }

  private async freeze(): Promise<void> {
    const answer = JSON.parse(await this.$server.freeze()) as Answer;
    if (answer.code) {
      this.refused(answer);
    }
  }

  private readonly act: PanelActions = {
    select: (id, add) => this.select(id, add),
    change: (id, changes) => this.session!.do({ op: 'set', id, changes }),
    raise: (id, by) => this.raise(id, by),
    duplicate: (id) => this.duplicate(id),
    remove: (id) => this.session!.do({ op: 'remove', id }),
  };

  private select(id: string | undefined, add: boolean): void {
    const next = new Set(add ? this.selection : []);
    if (id && add && next.has(id)) {
      next.delete(id);
    } else if (id) {
      next.add(id);
    }
    this.selection = next;
    this.point(0, 0, true);
    this.requestUpdate();
  }

  private raise(id: string, by: 1 | -1): void {
    const order = stack(this.layers, this.face);
    const at = order.findIndex(([one]) => one === id);
    const beyond = order[at + by];
    if (!beyond) {
      return;
    }
    const far = order[at + 2 * by]?.[1].order;
    const next = by > 0 ? between(beyond[1].order, far) : between(far ?? '', beyond[1].order);
    this.session!.do({ op: 'set', id, changes: { order: next } });
  }

  private duplicate(id: string): void {
    const layer = this.layers.get(id);
    if (layer) {
      const { order: _, face: __, ...same } = layer;
      this.add({ ...same, locked: false, x: layer.x + 2_000, y: layer.y + 2_000 });
    }
  }

  private at(event: PointerEvent): [number, number] {
    const box = this.renderRoot.querySelector('.stage')!.getBoundingClientRect();
    const view = viewBox(this.card);
    return [view.x + ((event.clientX - box.x) / box.width) * view.width, view.y + ((event.clientY - box.y) / box.height) * view.height];
  }

  private down(event: PointerEvent): void {
    const target = event.target as Element;
    const handle = target.getAttribute('data-handle');
    const id = target.closest('[data-layer]')?.getAttribute('data-layer') ?? undefined;
    if (!handle) {
      if (!id || !this.selection.has(id) || event.shiftKey) {
        this.select(id, event.shiftKey);
      }
      if (!id) {
        return;
      }
    }
    const of = [...this.selection].filter((one) => !this.layers.get(one)?.locked);
    if (this.start!.readonly || !of.length) {
      return;
    }
    const [x, y] = this.at(event);
    const from = new Map(of.map((one) => [one, rect(this.layers.get(one)!)]));
    this.drag = { kind: handle ?? 'move', of, from, x, y, moved: false };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const [x, y] = this.at(event);
    this.point(x, y);
    const drag = this.drag;
    if (!drag) {
      return;
    }
    const dx = x - drag.x;
    const dy = y - drag.y;
    drag.moved ||= Math.hypot(dx, dy) > 3 * this.pixel;
    if (!drag.moved) {
      return;
    }
    if (drag.kind === 'move') {
      const whole = around([...drag.from.values()]);
      const others = stack(this.layers, this.face).filter(([id, layer]) => !drag.from.has(id) && !layer.hidden).map(([, layer]) => layer);
      const moved = { ...whole, x: whole.x + dx, y: whole.y + dy };
      const caught = event.altKey ? { dx: 0, dy: 0 } : snap(moved, others, this.card, this.face, 6 * this.pixel);
      this.lines = caught;
      for (const [id, box] of drag.from) {
        this.moving.set(id, { ...box, x: Math.round(box.x + dx + caught.dx), y: Math.round(box.y + dy + caught.dy) });
      }
    } else {
      const [id, box] = [...drag.from][0];
      const layer = this.layers.get(id)!;
      const [turnedX, turnedY] = unturned(dx, dy, layer.rotation);
      this.moving.set(id, resized(box, drag.kind, turnedX, turnedY, layer.type === 'image' || event.shiftKey));
    }
    this.requestUpdate();
  }

  private up(): void {
    const drag = this.drag;
    this.drag = undefined;
    this.lines = {};
    if (drag?.moved) {
      for (const [id, box] of this.moving) {
        this.session!.do({ op: 'set', id, changes: differing(drag.from.get(id)!, box) });
      }
    }
    this.moving = new Map();
    this.requestUpdate();
  }

  private point(x: number, y: number, now = false): void {
    if (now || performance.now() - this.pointed > 80) {
      this.pointed = performance.now();
      if (this.others.size > 1) {
        this.$server.point(Math.round(x), Math.round(y), JSON.stringify([...this.selection]));
      }
    }
  }

  private key(event: KeyboardEvent): void {
    if ((event.composedPath()[0] as Element).matches('input, select, textarea')) {
      return;
    }
    const focused = (event.composedPath()[0] as Element).getAttribute?.('data-layer');
    if (focused && (event.key === 'Enter' || event.key === ' ')) {
      this.select(focused, event.shiftKey);
    } else if (event.ctrlKey || event.metaKey) {
      if (!this.shortcut(event)) {
        return;
      }
    } else if (event.key === 'Escape') {
      this.select(undefined, false);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.eachFree((id) => this.session!.do({ op: 'remove', id }));
    } else if (event.key.startsWith('Arrow')) {
      const by = event.shiftKey ? 1_000 : 100;
      const [dx, dy] = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[event.key]!;
      this.eachFree((id, layer) => this.session!.do({ op: 'set', id, changes: { x: layer.x + dx, y: layer.y + dy } }));
    } else {
      return;
    }
    event.preventDefault();
  }

  private shortcut(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) void this.session!.undo();
    else if (key === 'y' || key === 'z') void this.session!.redo();
    else if (key === 'd') this.eachFree((id) => this.duplicate(id));
    else if (key === 'a') this.selection = new Set(stack(this.layers, this.face).map(([id]) => id));
    else return false;
    this.requestUpdate();
    return true;
  }

  private eachFree(what: (id: string, layer: Layer) => void): void {
    if (!this.start!.readonly) {
      for (const id of [...this.selection]) {
        const layer = this.layers.get(id);
        if (layer && !layer.locked) what(id, layer);
      }
    }
  }

  render() {
    const start = this.start;
    if (!start) {
      return html`<p class="panel quiet">Opening the design…</p>`;
    }
    const chosen = this.selection.size === 1 ? this.layers.get([...this.selection][0]) : undefined;
    return html`${this.bar(start)}
      <div class="bench" @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @pointercancel=${this.up} @keydown=${this.key}>
        ${stage({
          card: start.card, face: this.face, layers: this.layers, selection: this.selection, moving: this.moving, outlines: this.outlines,
          others: [...this.others].filter(([person]) => person !== start.person).map(([, other]) => other),
          findings: this.findings, guides: this.guides, lines: this.lines, pixel: this.pixel, readonly: start.readonly,
          href: (layer, id) => (this.session!.isConfirmed(id) ? `${start.assets}/${layer.asset}` : undefined),
        })}
        ${this.word ? html`<div class="word ${this.word.plain ? 'plain' : ''}" role="alert"><p>${this.word.text}</p>
          <button @click=${() => (this.word = undefined)}>Close</button></div>` : nothing}
      </div>
      <aside @keydown=${this.key}>
        ${chosen ? valuesPanel([...this.selection][0], chosen, start.fonts, start.readonly, this.act) : nothing}
        ${layersPanel(this.layers, this.face, this.selection, start.readonly, this.act)}
        ${findingsPanel(this.findings, (finding) => { this.face = finding.face; if (finding.layer) this.select(finding.layer, false); })}
      </aside>`;
  }

  private bar(start: Start) {
    return html`<header>
      <span class="group" role="group" aria-label="Side of the card">
        ${(['front', 'back'] as Face[]).map((face) => html`<button class="face" aria-pressed=${this.face === face}
          @click=${() => { this.face = face; this.select(undefined, false); }}>${face === 'front' ? 'Front' : 'Back'}</button>`)}
      </span>
      ${start.readonly ? html`<span class="quiet">You may look, not change.</span>` : html`<span class="group">
        <button id="add-text" @click=${this.addText}>Text</button>
        <button id="add-image" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')!.click()}>
          ${this.uploading === undefined ? 'Picture' : `Uploading ${Math.round(this.uploading * 100)} %`}</button>
        <input id="file" type="file" accept="image/png,image/jpeg,image/svg+xml" @change=${this.upload} />
        <button id="add-shape" @click=${this.addShape}>Shape</button>
        <select aria-label="Add a field" id="add-field" @change=${(e: Event) => { const choice = e.target as HTMLSelectElement; this.addField(choice.value); choice.value = ''; }}>
          <option value="" selected>Field…</option><option value="cardholder_name">Cardholder name</option><option value="second_line">Second line</option>
          <option value="pan">Card number</option><option value="expiry">Valid thru</option>
        </select></span>
      <span class="group"><button id="undo" @click=${() => this.session!.undo()}>Undo</button><button id="redo" @click=${() => this.session!.redo()}>Redo</button></span>`}
      <button aria-pressed=${this.guides} class="face" @click=${() => (this.guides = !this.guides)}>Guides</button>
      <span class="space"></span>
      <span class="people" aria-label="People here">${[...this.others.values()].map((one) => html`<span style="background:${one.color}" title=${one.name}>${initials(one.name)}</span>`)}</span>
      ${this.saved()}
      ${start.mayFreeze ? html`<button class="primary" id="freeze" ?disabled=${!!this.session!.unsaved} @click=${this.freeze}>Freeze for approval</button>` : nothing}
    </header>`;
  }

  private saved() {
    const waiting = this.session!.unsaved;
    const [kind, text] = this.offline
      ? ['offline', waiting ? `Offline, ${waiting} to save` : 'Offline']
      : waiting ? ['waiting', 'Saving…'] : ['done', 'Saved'];
    return html`<span id="saved" class="saved ${kind}" role="status">${text}</span>`;
  }

  protected updated(): void {
    if (this.pixel === 100) {
      this.measure();
    }
  }
}

function rect(layer: Layer): Rect {
  return { x: layer.x, y: layer.y, width: layer.width, height: layer.height };
}

function differing(from: Rect, to: Rect): Changes {
  return Object.fromEntries(Object.entries(to).filter(([name, value]) => from[name as keyof Rect] !== value));
}

function initials(name: string): string {
  return name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => word[0]).join('').toUpperCase();
}

declare global {
  interface Window {
    Vaadin?: { connectionState?: { addStateChangeListener(on: (before: string, now: string) => void): void; removeStateChangeListener(on: (before: string, now: string) => void): void } };
  }
}

