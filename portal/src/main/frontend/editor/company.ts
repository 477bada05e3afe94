// Who else is here, and where their hands are.

import type { Other } from './scene.js';

export class Company {
  private all = new Map<string, Other>();

  /** Everybody here, this person too. */
  get people(): Other[] {
    return [...this.all.values()];
  }

  get size(): number {
    return this.all.size;
  }

  others(myself: string): Other[] {
    return [...this.all].filter(([person]) => person !== myself).map(([, other]) => other);
  }

  came(json: string): void {
    const present = JSON.parse(json) as { person: string; name: string; color: string }[];
    this.all = new Map(
      present.map((one) => [one.person, { ...(this.all.get(one.person) ?? { selection: [] }), name: one.name, color: one.color }]),
    );
  }

  pointed(person: string, x: number, y: number, selection: string): void {
    const other = this.all.get(person);
    if (other) {
      this.all.set(person, { ...other, x, y, selection: JSON.parse(selection) });
    }
  }
}
