// What keys do on the card and beside it.

import { pressed } from './actions.js';
import { withGroups, type Bench } from './bench.js';
import type { Hands } from './hands.js';

/** Keys that do nothing by themselves to what has the focus. */
const ALONE = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape']);

export class Keys {
  constructor(
    private readonly bench: Bench,
    private readonly hands: Hands,
  ) {}

  /** Fields keep their keys, but for the one that finds a command. */
  down(event: KeyboardEvent): void {
    const source = event.composedPath()[0] as Element;
    const mod = event.ctrlKey || event.metaKey;
    if (source.matches('input:not([type=checkbox], [type=color], [type=file]), select, option, textarea') && !(mod && event.key.toLowerCase() === 'k')) {
      return;
    }
    if (this.did(event, source)) {
      event.preventDefault();
    }
  }

  private did(event: KeyboardEvent, source: Element): boolean {
    const { bench, hands } = this;
    const layer = source.getAttribute('data-layer') ?? undefined;
    const onCard = layer !== undefined || source.matches('.stage');
    if (bench.drawing.tool && onCard && bench.drawing.key(event)) {
      return true;
    }
    if (event.key === ' ') {
      return this.space(onCard);
    }
    if (event.key === 'Enter' && layer && !bench.selection.has(layer)) {
      return this.pick(layer, event.shiftKey);
    }
    if (event.key === 'Enter' && !onCard) {
      return false;
    }
    if (event.key === 'Escape' && hands.busy) {
      hands.drop();
      return true;
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = source.getBoundingClientRect();
      bench.menu(box.x + Math.min(40, box.width / 2), box.y + Math.min(40, box.height / 2));
      return true;
    }
    if (layer && !bench.selection.size && !ALONE.has(event.key)) {
      this.pick(layer, false);
    }
    const action = pressed(event, bench);
    action?.run(bench);
    return action !== undefined;
  }

  /** Held, it makes a drag move the bench; let go without one, it selects. */
  private space(here: boolean): boolean {
    if (here && !this.hands.space) {
      this.hands.space = true;
      this.bench.requestUpdate();
    }
    return here;
  }

  up(event: KeyboardEvent): void {
    if (event.key === ' ' && this.hands.space) {
      const layer = (event.composedPath()[0] as Element).getAttribute?.('data-layer');
      if (layer && !this.hands.panned) {
        this.pick(layer, event.shiftKey);
      }
      this.hands.space = this.hands.panned = false;
      this.bench.requestUpdate();
    }
  }

  private pick(id: string, adds: boolean): true {
    const { bench } = this;
    const ids = withGroups(bench.layers, [id]);
    const rest = [...bench.selection].filter((one) => !ids.has(one));
    bench.select(!adds ? ids : bench.selection.has(id) ? rest : [...rest, ...ids]);
    return true;
  }
}
