// One sitting of one editor: what the server confirmed, and what waits for it to.

import { applied, merged, type Command, type Layers } from './model.js';

/** A committed edit as the server tells it. */
export interface Edit {
  number: number;
  command: Command;
  session: string;
  sequence: number;
}

export interface Answer {
  number?: number;
  code?: string;
  message?: string;
}

export interface Server {
  edit(base: number, sequence: number, session: string, command: string): Promise<string>;
  undo(sequence: number, session: string): Promise<string>;
  redo(sequence: number, session: string): Promise<string>;
  editsAfter(number: number): Promise<string>;
}

/** After how long a failed call is tried again, in milliseconds. */
const AGAIN = 4_000;

/** An edit, or one of this person's edits taken back or done again. */
type Deed = Command | 'undo' | 'redo';

interface Waiting {
  sequence: number;
  deed: Deed;
  sent: boolean;
  /** The number the server gave it; the edit leaves the queue when it comes round. */
  number?: number;
}

/**
 * Server-authoritative editing: edits show at once, wait in order, and are laid again on top of
 * whatever others commit first. Nothing counts as saved before its commit came back.
 */
export class EditSession {
  private confirmed: Layers = new Map();
  private waiting: Waiting[] = [];
  private number = 0;
  private sequence = 0;
  private sending = false;
  private catchingUp = false;
  private behind = false;
  private name: string = crypto.randomUUID();
  private laid?: Layers;

  constructor(
    private readonly design: string,
    private readonly server: Server,
    private readonly changed: () => void,
    private readonly refused: (answer: Answer) => void,
  ) {}

  /** Starts from the server's document, and sends again what an earlier page could not finish. */
  start(layers: Layers, number: number): void {
    this.confirmed = layers;
    this.number = number;
    const kept = sessionStorage.getItem(this.key());
    if (kept) {
      const { name, sequence, deeds } = JSON.parse(kept);
      this.name = name;
      this.sequence = sequence;
      this.waiting = (deeds ?? []).map((one: Waiting) => ({ sequence: one.sequence, deed: one.deed, sent: false }));
    }
    this.laid = undefined;
    this.changed();
    void this.send();
  }

  /** What the editor shows: the confirmed layers with the waiting edits on top. */
  get layers(): Layers {
    this.laid ??= this.waiting.reduce(
      (layers, one) => (typeof one.deed === 'string' ? layers : applied(layers, one.deed)),
      this.confirmed,
    );
    return this.laid;
  }

  /** Whether the server has this layer. */
  isConfirmed(id: string): boolean {
    return this.confirmed.has(id);
  }

  get unsaved(): number {
    return this.waiting.length;
  }

  do(command: Command): void {
    const last = this.waiting.at(-1);
    const one = last && !last.sent && typeof last.deed !== 'string' ? merged(last.deed, command) : undefined;
    if (last && one) {
      last.deed = one;
      this.touched();
      void this.send();
    } else {
      this.wait(command);
    }
  }

  /** Takes this person's last edit back, after those that wait. */
  undo(): void {
    this.wait('undo');
  }

  redo(): void {
    this.wait('redo');
  }

  private wait(deed: Deed): void {
    this.waiting.push({ sequence: ++this.sequence, deed, sent: false });
    this.touched();
    void this.send();
  }

  /** A committed edit came round, ours or another's. */
  heard(edit: Edit): void {
    if (edit.number <= this.number) {
      return;
    }
    if (edit.number > this.number + 1) {
      void this.catchUp();
      return;
    }
    this.number = edit.number;
    this.confirmed = applied(this.confirmed, edit.command);
    if (edit.session === this.name) {
      this.waiting = this.waiting.filter((one) => one.sequence !== edit.sequence);
    }
    this.touched();
  }

  /** Reads the edits that were missed and goes on; what is missed meanwhile is read after that. */
  async catchUp(): Promise<void> {
    this.behind = true;
    if (this.catchingUp) {
      return;
    }
    this.catchingUp = true;
    try {
      while (this.behind) {
        this.behind = false;
        const missed = JSON.parse(await this.server.editsAfter(this.number)) as Edit[];
        missed.forEach((edit) => this.heard(edit));
      }
    } catch {
      setTimeout(() => this.resend(), AGAIN);
    } finally {
      this.catchingUp = false;
    }
  }

  /** After a lost connection: what was sent without an answer is sent again, under its number. */
  resend(): void {
    this.waiting.filter((one) => one.number === undefined).forEach((one) => (one.sent = false));
    this.sending = false;
    void this.catchUp().then(() => this.send());
  }

  private async send(): Promise<void> {
    if (this.sending) {
      return;
    }
    this.sending = true;
    try {
      let next: Waiting | undefined;
      while ((next = this.waiting.find((one) => !one.sent))) {
        next.sent = true;
        await this.settle(next);
      }
    } catch {
      setTimeout(() => this.resend(), AGAIN);
    } finally {
      this.sending = false;
    }
  }

  /** Sends one and takes it out of the queue when it is refused, or committed and round already. */
  private async settle(edit: Waiting): Promise<void> {
    const answer = await this.take(this.call(edit));
    edit.number = answer.number;
    if (answer.code || (answer.number !== undefined && answer.number <= this.number)) {
      this.waiting = this.waiting.filter((one) => one !== edit);
      this.touched();
    }
  }

  private call({ deed, sequence }: Waiting): Promise<string> {
    return typeof deed === 'string'
      ? this.server[deed](sequence, this.name)
      : this.server.edit(this.number, sequence, this.name, JSON.stringify(deed));
  }

  private async take(call: Promise<string>): Promise<Answer> {
    const answer = JSON.parse(await call) as Answer;
    if (answer.code) {
      this.refused(answer);
    }
    return answer;
  }

  private touched(): void {
    this.laid = undefined;
    if (this.waiting.length) {
      const deeds = this.waiting.map(({ sequence, deed }) => ({ sequence, deed }));
      sessionStorage.setItem(this.key(), JSON.stringify({ name: this.name, sequence: this.sequence, deeds }));
    } else {
      sessionStorage.removeItem(this.key());
    }
    this.changed();
  }

  private key(): string {
    return `cardloom-editor-${this.design}`;
  }
}
