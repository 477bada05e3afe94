// Three of the browser's own sessions on the server's own kernels (the process at the other end of
// stdin and stdout), with a network that is slow, loses answers, calls and news, and pages that are
// opened again. Prints one line of JSON at the end, or the first thing that is wrong.

import { registerHooks } from 'node:module';
import { createInterface } from 'node:readline';

registerHooks({
  resolve: (name, context, next) =>
    next(/^\.\/.*\.js$/.test(name) && context.parentURL?.endsWith('.ts') ? name.replace(/\.js$/, '.ts') : name, context),
});

const [rounds, seed] = process.argv.slice(3).map(Number);
const timers = [];
globalThis.setTimeout = (then) => timers.push(then);
const { EditSession } = await import(process.argv[2] + '/session.ts');

let state = seed;
/** Mulberry32: small, and the same everywhere. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const any = (list) => list[below(list.length)];

const answers = [];
createInterface({ input: process.stdin }).on('line', (line) => answers.shift()(line));
function ask(call) {
  process.stdout.write(JSON.stringify(call) + '\n');
  return new Promise((answer) => answers.push(answer));
}
const turn = () => new Promise((go) => setImmediate(go));

const IDS = Array.from({ length: 6 }, (_, i) => `lay_${String(i).padStart(26, '0')}`);
const shape = (order) => ({
  type: 'shape', shape: 'rectangle', fill: '#000000', face: 'front', order, name: '', x: 0, y: 0, width: 9000, height: 9000,
  rotation: 0, opacity: 1000, locked: false, hidden: false,
});

class Person {
  refused = 0;
  reopened = 0;
  calls = [];
  replies = [];
  news = [];
  kept = new Map();

  constructor(number, round) {
    this.number = number;
    this.round = round;
  }

  /** What runs in this person's page sees her own storage. */
  inPage(what) {
    globalThis.sessionStorage = {
      getItem: (key) => this.kept.get(key) ?? null,
      setItem: (key, value) => this.kept.set(key, value),
      removeItem: (key) => this.kept.delete(key),
    };
    return what();
  }

  async open() {
    const { number, layers } = JSON.parse(await ask({ op: 'open' }));
    this.page = {};
    this.calls = [];
    this.replies = [];
    this.news = [];
    this.refusals = new Set();
    const page = this.page;
    const send = (call) => new Promise((answer, fail) => this.calls.push({ page, call, answer, fail }));
    const server = {
      edit: (_base, sequence, session, command) => send({ op: 'edit', person: this.number, sequence, session, command }),
      undo: (sequence, session) => send({ op: 'undo', person: this.number, sequence, session }),
      redo: (sequence, session) => send({ op: 'redo', person: this.number, sequence, session }),
      editsAfter: (number) => send({ op: 'after', number }),
    };
    this.inPage(() => {
      this.session = new EditSession('design', server, () => {}, () => this.refused++);
      this.session.start(new Map(Object.entries(layers)), number);
    });
  }

  act() {
    const session = this.session;
    const there = [...session.layers.keys()];
    const dice = below(20);
    this.inPage(() => {
      if (dice < 3) {
        session.undo();
      } else if (dice < 5) {
        session.redo();
      } else if (dice < 8 || !there.length) {
        session.do({ op: 'add', id: any(IDS), layer: shape('a' + below(9)) });
      } else if (dice < 10) {
        session.do({ op: 'remove', id: any(there) });
      } else if (dice < 13) {
        session.do({ op: 'all', commands: there.slice(0, 3).map((id) => ({ op: 'set', id, changes: { y: below(50) } })) });
      } else {
        session.do({ op: 'set', id: any(there), changes: any([{ x: below(50) }, { opacity: below(1000) }, { name: 'n' + below(9), x: below(50) }, { locked: below(3) === 0 }]) });
      }
    });
  }
}

class Round {
  /** The edits that the server took, by session and sequence. */
  committed = new Set();

  async run() {
    await ask({ op: 'new' });
    this.people = [0, 1, 2].map((number) => new Person(number, this));
    for (const person of this.people) {
      await person.open();
    }
    for (let step = 0; step < 32; step++) {
      await this.step(any(this.people));
      this.requireSaved();
    }
    await this.settle();
  }

  async step(person) {
    const dice = below(100);
    if (dice < 30) {
      person.act();
    } else if (dice < 60) {
      await this.deliver(person, below(10) === 0);
    } else if (dice < 78) {
      await this.reply(person, below(8) === 0);
    } else if (dice < 95) {
      this.tell(person, below(8) === 0);
    } else if (dice < 98) {
      await this.reopen(person);
    } else {
      this.again();
    }
    await turn();
  }

  /** A call reaches the server, or is lost. */
  async deliver(person, lost) {
    const one = person.calls.shift();
    if (!one) {
      return;
    }
    if (lost) {
      person.inPage(() => one.fail(new Error('lost')));
      return;
    }
    const said = await ask(one.call);
    const answer = JSON.parse(said);
    if (one.call.op !== 'after' && answer.number !== undefined) {
      const origin = `${one.call.session}/${one.call.sequence}`;
      if (!this.committed.has(origin)) {
        this.committed.add(origin);
        this.people.forEach((other) => other.news.push(answer));
      }
    } else if (answer.code) {
      person.refusals.add(one.call.sequence);
    }
    person.replies.push({ ...one, said });
  }

  async reply(person, lost) {
    const one = person.replies.shift();
    if (one && one.page === person.page) {
      person.inPage(() => (lost ? one.fail(new Error('lost')) : one.answer(one.said)));
    }
  }

  tell(person, lost) {
    const edit = person.news.shift();
    if (edit && !lost) {
      person.inPage(() => person.session.heard(edit));
    }
  }

  async reopen(person) {
    person.reopened++;
    await person.open();
    person.showed = undefined;
  }

  again() {
    timers.splice(0).forEach((then) => then());
  }

  /** What a page does not show as waiting any more is committed, or it was refused. */
  requireSaved() {
    for (const person of this.people) {
      const waiting = new Set(person.session.waiting.map((one) => one.sequence));
      for (const sequence of person.showed ?? []) {
        if (!waiting.has(sequence) && !person.refusals.has(sequence) && !this.committed.has(`${person.session.name}/${sequence}`)) {
          throw new Error(`edit ${sequence} of person ${person.number} is shown as saved and is not`);
        }
      }
      person.showed = waiting;
    }
  }

  /** The network mends, and everybody ends with the server's document. */
  async settle() {
    for (let i = 0; i < 200 && !(i > 0 && this.quiet()); i++) {
      if (i % 10 === 0) {
        this.again();
        this.people.forEach((person) => person.inPage(() => void person.session.resend()));
        await turn();
      }
      for (const person of this.people) {
        while (person.calls.length || person.replies.length || person.news.length) {
          await this.deliver(person, false);
          await this.reply(person, false);
          this.tell(person, false);
        }
      }
      await turn();
    }
    this.requireSaved();
    const { layers } = JSON.parse(await ask({ op: 'open' }));
    for (const person of this.people) {
      const shown = canonical(Object.fromEntries(person.session.layers));
      if (person.session.unsaved || shown !== canonical(layers)) {
        throw new Error(`person ${person.number} ends with ${person.session.unsaved} unsaved and\n${shown}\nthe server with\n${canonical(layers)}`);
      }
    }
  }

  quiet() {
    return this.people.every((one) => !one.calls.length && !one.replies.length && !one.news.length && !one.session.unsaved);
  }
}

function canonical(layers) {
  return JSON.stringify(Object.keys(layers).sort().map((id) => [id, Object.entries(layers[id]).sort(([a], [b]) => (a < b ? -1 : 1))]));
}

const counts = { rounds: 0, commits: 0, refusals: 0, reopened: 0 };
try {
  for (; counts.rounds < rounds; counts.rounds++) {
    timers.length = 0;
    const round = new Round();
    await round.run();
    counts.commits += round.committed.size;
    round.people.forEach((person) => {
      counts.refusals += person.refused;
      counts.reopened += person.reopened;
    });
  }
  await ask({ op: 'done', ...counts });
} catch (error) {
  await ask({ op: 'wrong', round: counts.rounds, error: String(error.stack ?? error) });
}
process.exit(0);
