// The editor element: it shows the card, listens to hands and keys, and speaks with the server.

import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Hands, type Bench } from './hands.js';
import { between, newLayerId, stack, type CardBody, type Command, type Face, type Font, type Layer, type Layers } from './model.js';
import { findingsPanel, layersPanel, valuesPanel, type PanelActions } from './panels.js';
import { EditSession, type Answer, type Edit, type Server } from './session.js';
import { stage, viewBox, type Finding, type Other, type Outline } from './stage.js';
import { styles } from './styles.js';
import { toolbar, type BarActions, type BarState } from './toolbar.js';

interface Start {
  design: string;
  name: string;
  number: number;
  state: string;
  stateWord: string;
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

@customElement('cardloom-editor')
export class CardloomEditor extends LitElement implements Bench {
  static styles = styles;
  declare $server: ServerCalls;

  @property({ attribute: 'upload-target' }) uploadTarget = '';
  @state() private start?: Start;
  @state() face: Face = 'front';
  @state() private guides = true;
  @state() private offline = false;
  @state() private standing = { state: 'DRAFT', word: '' };
  @state() private uploading?: number;
  @state() private word?: { text: string; plain?: boolean };
  @state() private findings: Finding[] = [];
  selection = new Set<string>();
  private others = new Map<string, Other>();
  private outlines = new Map<string, Outline>();
  private outlined = new Map<string, string>();
  private session?: EditSession;
  pixel = 100;
  private pointed = 0;
  private inspection = 0;
  private readonly hands = new Hands(this);
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
    this.standsAt(start.state, start.stateWord);
    for (const font of start.fonts) {
      const face = new FontFace(font.family, `url(${font.url})`, { weight: String(font.weight) });
      document.fonts.add(face);
    }
    this.session = new EditSession(start.design, this.$server, () => this.laid(), (answer) => this.refused(answer));
    this.session.start(new Map(Object.entries(start.layers)), start.number);
  }

  /** The design was frozen, sent to approval, decided, or brought back to a draft by an edit. */
  standsAt(state: string, word: string): void {
    this.standing = { state, word };
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

  get card(): CardBody {
    return this.start!.card;
  }

  get layers(): Layers {
    return this.session?.layers ?? new Map();
  }

  get readonly(): boolean {
    return this.start?.readonly ?? true;
  }

  do(command: Command): void {
    this.session!.do(command);
  }

  undo(): void {
    void this.session!.undo();
  }

  redo(): void {
    void this.session!.redo();
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

  private mend(finding: Finding): void {
    this.findings = this.findings.filter((one) => one !== finding);
    this.do(finding.fix!.command);
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

  private upload(file: File): void {
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
    change: (id, changes) => this.do({ op: 'set', id, changes }),
    raise: (id, by) => this.raise(id, by),
    duplicate: (id) => this.duplicate(id),
    remove: (id) => this.do({ op: 'remove', id }),
  };

  select(id: string | undefined, add: boolean): void {
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

  duplicate(id: string): void {
    const layer = this.layers.get(id);
    if (layer) {
      const { order: _, face: __, ...same } = layer;
      this.add({ ...same, locked: false, x: layer.x + 2_000, y: layer.y + 2_000 });
    }
  }

  selectAll(): void {
    this.selection = new Set(stack(this.layers, this.face).map(([id]) => id));
    this.requestUpdate();
  }

  place(event: PointerEvent): [number, number] {
    const box = this.renderRoot.querySelector('.stage')!.getBoundingClientRect();
    const view = viewBox(this.card);
    return [view.x + ((event.clientX - box.x) / box.width) * view.width, view.y + ((event.clientY - box.y) / box.height) * view.height];
  }

  point(x: number, y: number, now = false): void {
    if (now || performance.now() - this.pointed > 80) {
      this.pointed = performance.now();
      if (this.others.size > 1) {
        this.$server.point(Math.round(x), Math.round(y), JSON.stringify([...this.selection]));
      }
    }
  }

  render() {
    const start = this.start;
    if (!start) {
      return html`<p class="panel quiet">Opening the design…</p>`;
    }
    const chosen = this.selection.size === 1 ? this.layers.get([...this.selection][0]) : undefined;
    const hands = this.hands;
    return html`${toolbar(this.barState(start), this.barActions)}
      <div class="bench" @pointerdown=${(e: PointerEvent) => hands.down(e)} @pointermove=${(e: PointerEvent) => hands.move(e)}
        @pointerup=${() => hands.up()} @pointercancel=${() => hands.up()} @keydown=${(e: KeyboardEvent) => hands.key(e)}>
        ${stage({
          card: start.card, face: this.face, layers: this.layers, selection: this.selection, moving: hands.moving, outlines: this.outlines,
          others: [...this.others].filter(([person]) => person !== start.person).map(([, other]) => other),
          findings: this.findings, guides: this.guides, lines: hands.lines, pixel: this.pixel, readonly: start.readonly,
          href: (layer, id) => (this.session!.isConfirmed(id) ? `${start.assets}/${layer.asset}` : undefined),
        })}
        ${this.word ? html`<div class="word ${this.word.plain ? 'plain' : ''}" role="alert"><p>${this.word.text}</p>
          <button @click=${() => (this.word = undefined)}>Close</button></div>` : nothing}
      </div>
      <aside @keydown=${(e: KeyboardEvent) => hands.key(e)}>
        ${chosen ? valuesPanel([...this.selection][0], chosen, start.fonts, start.readonly, this.act) : nothing}
        ${layersPanel(this.layers, this.face, this.selection, start.readonly, this.act)}
        ${findingsPanel(this.findings, (finding) => { this.face = finding.face; if (finding.layer) this.select(finding.layer, false); },
          start.readonly ? undefined : (finding) => this.mend(finding))}
      </aside>`;
  }

  private barState(start: Start): BarState {
    return {
      face: this.face, guides: this.guides, readonly: start.readonly, standing: this.standing, mayFreeze: start.mayFreeze, offline: this.offline,
      unsaved: this.session!.unsaved, uploading: this.uploading, people: [...this.others.values()],
    };
  }

  private readonly barActions: BarActions = {
    turn: (face) => {
      this.face = face;
      this.select(undefined, false);
    },
    addText: () => this.addText(),
    addShape: () => this.addShape(),
    addField: (key) => this.addField(key),
    upload: (file) => this.upload(file),
    undo: () => this.undo(),
    redo: () => this.redo(),
    guides: () => (this.guides = !this.guides),
    freeze: () => void this.freeze(),
  };

  protected updated(): void {
    if (this.pixel === 100) {
      this.measure();
    }
  }
}

declare global {
  interface Window {
    Vaadin?: { connectionState?: { addStateChangeListener(on: (before: string, now: string) => void): void; removeStateChangeListener(on: (before: string, now: string) => void): void } };
  }
}

