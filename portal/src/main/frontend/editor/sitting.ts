// One person's sitting at one design: what the server hands over and tells, and what goes back.

import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Company } from './company.js';
import type { Feature } from './features.js';
import type { CardBody, Command, Font, Layers } from './model.js';
import type { Finding } from './scene.js';
import { EditSession, type Answer, type Edit } from './session.js';
import { Shaping } from './shaping.js';
import type { ServerCalls, Start, Uploaded } from './start.js';
import { upload } from './uploading.js';

/** How long after the last edit the rules look at the design, in milliseconds. */
const QUIET = 700;

export abstract class Sitting extends LitElement {
  declare $server: ServerCalls;

  @property({ attribute: 'upload-target' }) uploadTarget = '';
  @state() start?: Start;
  @state() protected offline = false;
  @state() protected standing = { state: 'DRAFT', word: '' };
  @state() protected uploading?: number;
  @state() protected word?: { text: string; plain?: boolean };
  @state() protected findings: Finding[] = [];
  /** Whether something was changed since preflight looked. */
  @state() protected checking = true;
  selection: ReadonlySet<string> = new Set<string>();
  protected session?: EditSession;
  protected readonly company = new Company();
  protected readonly shaping = new Shaping((layers) => this.$server.outlines(layers));
  private pointed = 0;
  private inspection = 0;

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.leaving);
    window.Vaadin?.connectionState?.addStateChangeListener(this.connection);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.leaving);
    window.Vaadin?.connectionState?.removeStateChangeListener(this.connection);
  }

  /** The server opens the design. */
  open(json: string): void {
    const start = JSON.parse(json) as Start;
    this.start = start;
    this.standsAt(start.state, start.stateWord);
    for (const font of start.fonts) {
      document.fonts.add(new FontFace(font.family, `url(${font.url})`, { weight: font.own ? '100 900' : String(font.weight) }));
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
    this.company.came(json);
    this.requestUpdate();
  }

  pointer(person: string, x: number, y: number, selection: string): void {
    if (person !== this.start?.person) {
      this.company.pointed(person, x, y, selection);
      this.requestUpdate();
    }
  }

  /** The server dropped messages because this page was slow. */
  fellBehind(): void {
    void this.session?.catchUp();
  }

  /** An upload became an asset. */
  uploaded(json: string): void {
    this.uploading = undefined;
    const answer = JSON.parse(json) as Uploaded;
    if (answer.code) {
      this.refused(answer);
      return;
    }
    this.place(answer);
    if (answer.notes.length) {
      this.say(answer.notes.join(' '));
    }
  }

  /** Puts a picture that arrived on the card. */
  abstract place(picture: Uploaded): void;

  get card(): CardBody {
    return this.start!.card;
  }

  get fonts(): Font[] {
    return this.start!.fonts;
  }

  get layers(): Layers {
    return this.session?.layers ?? new Map();
  }

  get readonly(): boolean {
    return this.start?.readonly ?? true;
  }

  get issuer(): boolean {
    return this.start?.issuer ?? false;
  }

  get features(): readonly Feature[] | undefined {
    return this.start?.features;
  }

  do(command: Command | undefined): void {
    if (command && !this.readonly) {
      this.session!.do(command);
    }
  }

  undo(): void {
    this.session!.undo();
  }

  redo(): void {
    this.session!.redo();
  }

  say(text: string): void {
    this.word = { text, plain: true };
  }

  protected upload(file: File): void {
    this.uploading = 0;
    upload(file, this.uploadTarget, (part) => (this.uploading = part), (arrived) => {
      if (!arrived) {
        this.uploading = undefined;
        this.word = { text: 'The picture did not arrive. Check the connection and choose it again.' };
      }
    });
  }

  protected async freeze(): Promise<void> {
    const answer = JSON.parse(await this.$server.freeze()) as Answer;
    if (answer.code) {
      this.refused(answer);
    }
  }

  point(x: number, y: number, now = false): void {
    if (now || performance.now() - this.pointed > 80) {
      this.pointed = performance.now();
      if (this.company.size > 1) {
        this.$server.point(Math.round(x), Math.round(y), JSON.stringify([...this.selection]));
      }
    }
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
    const there = [...this.selection].filter((id) => this.layers.has(id));
    if (there.length < this.selection.size) {
      this.selection = new Set(there);
    }
    this.checking = true;
    this.requestUpdate();
    void this.shaping.refresh(this.layers).then((changed) => changed && this.requestUpdate());
    clearTimeout(this.inspection);
    this.inspection = window.setTimeout(() => void this.inspect(), QUIET);
  }

  private async inspect(): Promise<void> {
    const asked = this.inspection;
    if (!this.session?.unsaved) {
      this.findings = JSON.parse(await this.$server.inspect()) as Finding[];
      this.checking = asked !== this.inspection;
    }
  }

  private refused(answer: Answer): void {
    this.word = { text: answer.message ?? 'That was refused.' };
  }
}
