// What hands do on the card: select, drag, resize, rotate, frame, pan and pinch.

import { withGroups, type Bench } from './bench.js';
import { Carrying } from './carrying.js';
import { bounds, touches } from './dragging.js';
import { stack } from './model.js';
import type { Rect } from './snapping.js';

interface Drag {
  /** move, rotate, frame, pan, or the handle that is pulled. */
  kind: string;
  pointer: number;
  x: number;
  y: number;
  /** Where the finger was last, in pixels of the window. */
  at: [number, number];
  moved: boolean;
  before: ReadonlySet<string>;
}

/** How far a finger or a mouse may tremble, in pixels. */
const STILL = 4;
/** Drags that take no layer along. */
const BARE = new Set(['pan', 'frame', 'draw']);
const HOLD = 550;
const TWICE = 400;

export class Hands {
  /** The layers under the hand, not committed: one edit at the drop. */
  carried?: Carrying;
  /** The frame that is being drawn around layers. */
  frame?: Rect;
  /** Whether the space bar is down: the mouse then moves the bench. */
  space = false;
  /** Whether it was moved since. */
  panned = false;
  private drag?: Drag;
  private readonly fingers = new Map<number, [number, number]>();
  private holding = 0;

  constructor(private readonly bench: Bench) {}

  private last?: { id: string; at: number };
  private again = false;
  private after?: string[];

  get busy(): boolean {
    return this.drag !== undefined;
  }

  /** The place of an event on the card, in micrometers. */
  place(event: MouseEvent): [number, number] {
    return this.bench.view.at(...this.inWindow(event));
  }

  private canvas?: Element;

  private inWindow(event: MouseEvent): [number, number] {
    const box = (this.canvas ?? (event.currentTarget as Element)).getBoundingClientRect();
    return [event.clientX - box.x, event.clientY - box.y];
  }

  down(event: PointerEvent): void {
    this.canvas = event.currentTarget as Element;
    this.fingers.set(event.pointerId, [event.clientX, event.clientY]);
    if (this.fingers.size > 1 && event.pointerType === 'touch') {
      this.drop();
      return;
    }
    if (event.button === 2 || this.drag) {
      return;
    }
    const { drawing } = this.bench;
    if (drawing.tool && event.button === 0 && !this.space) {
      drawing.down(...this.place(event), event);
      this.begin('draw', event);
      return;
    }
    const target = event.composedPath()[0] as Element;
    const kind = event.button === 1 || this.space ? 'pan' : (target.getAttribute('data-handle') ?? this.picked(event, target));
    this.begin(kind, event);
    clearTimeout(this.holding);
    if (event.pointerType === 'touch') {
      this.holding = window.setTimeout(() => this.held(event.clientX, event.clientY), HOLD);
    }
  }

  /** Selects what was touched, and says what a drag from here will be. */
  private picked(event: PointerEvent, target: Element): string {
    const { bench } = this;
    const id = target.closest('[data-layer]')?.getAttribute('data-layer');
    const adds = event.shiftKey || bench.several;
    if (!id) {
      if (!adds) {
        bench.select([]);
      }
      return event.pointerType === 'touch' && !bench.several ? 'pan' : 'frame';
    }
    const touched = withGroups(bench.layers, [id]);
    this.again = id === this.last?.id && event.timeStamp - this.last.at < TWICE;
    this.last = { id, at: event.timeStamp };
    this.after = undefined;
    if (bench.selection.has(id)) {
      // Which of the selected it was matters only when no drag follows.
      this.after = adds ? [...bench.selection].filter((one) => !touched.has(one)) : [...touched];
    } else {
      bench.select(adds ? [...bench.selection, ...touched] : touched);
    }
    return 'move';
  }

  private begin(kind: string, event: PointerEvent): void {
    const carried = BARE.has(kind) ? undefined : new Carrying(this.bench);
    if (carried?.empty) {
      return;
    }
    this.carried = carried;
    const [x, y] = this.place(event);
    this.drag = {
      kind, x, y,
      pointer: event.pointerId,
      at: [event.clientX, event.clientY],
      moved: false,
      before: this.bench.selection,
    };
    this.canvas!.setPointerCapture(event.pointerId);
  }

  move(event: PointerEvent): void {
    const [x, y] = this.place(event);
    this.bench.point(x, y);
    if (this.fingers.has(event.pointerId) && this.fingers.size === 2 && event.pointerType === 'touch') {
      this.pinch(event);
      return;
    }
    const drag = this.drag;
    if (!drag || drag.pointer !== event.pointerId) {
      return;
    }
    if (drag.kind === 'draw') {
      this.draw(event);
      return;
    }
    const [px, py] = [event.clientX - drag.at[0], event.clientY - drag.at[1]];
    if (!drag.moved && Math.hypot(px, py) <= STILL) {
      return;
    }
    drag.moved = true;
    clearTimeout(this.holding);
    if (drag.kind === 'pan') {
      this.panned = this.space;
      this.bench.view.pan(px, py);
      drag.at = [event.clientX, event.clientY];
    } else if (drag.kind === 'frame') {
      this.framed(drag, x, y);
    } else if (drag.kind === 'rotate') {
      this.carried?.rotate([drag.x, drag.y], [x, y], event.shiftKey);
    } else if (drag.kind === 'move') {
      this.carried?.shift(x - drag.x, y - drag.y, this.bench.snapping !== event.altKey, event.shiftKey);
    } else {
      this.carried?.resize(drag.kind, x - drag.x, y - drag.y, event);
    }
    this.bench.requestUpdate();
  }

  /** All places that the pointer passed since the last event, not only where it is now. */
  private draw(event: PointerEvent): void {
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const one of passed.length ? passed : [event]) {
      this.bench.drawing.move(...this.place(one), event.pointerType === 'pen' ? one.pressure : 0.5);
    }
  }

  up(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
    clearTimeout(this.holding);
    const drag = this.drag;
    if (drag?.pointer !== event.pointerId) {
      return;
    }
    if (event.type === 'pointerup') {
      if (drag.kind === 'draw') {
        this.bench.drawing.up();
      } else if (drag.moved) {
        this.bench.do(this.carried?.edit);
      } else if (drag.kind === 'move') {
        this.clicked();
      }
    }
    this.drop();
  }

  /** A click that was no drag: on one of several selected, or the second on the same layer. */
  private clicked(): void {
    if (this.again && this.last) {
      this.bench.select([this.last.id]);
      this.bench.editWords();
    } else if (this.after) {
      this.bench.select(this.after);
    }
  }

  /** Lets go without doing anything. */
  drop(): void {
    clearTimeout(this.holding);
    if (this.drag?.kind === 'draw') {
      this.bench.drawing.cancel();
    }
    this.drag = undefined;
    this.frame = undefined;
    this.carried = undefined;
    this.bench.requestUpdate();
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    this.canvas = event.currentTarget as Element;
    const { view } = this.bench;
    const line = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      view.zoomBy(Math.exp(-event.deltaY * line * (Math.abs(event.deltaY) < 40 ? 0.01 : 0.002)), ...this.inWindow(event));
    } else {
      view.pan(-(event.shiftKey ? event.deltaY : event.deltaX) * line, event.shiftKey ? 0 : -event.deltaY * line);
    }
    this.bench.requestUpdate();
  }

  /** A finger stayed where it was: what a right click is to a mouse. */
  private held(x: number, y: number): void {
    if (this.drag && !this.drag.moved) {
      this.drop();
      this.bench.menu(x, y);
    }
  }

  private pinch(event: PointerEvent): void {
    const [one, two] = [...this.fingers.values()];
    const before = Math.hypot(one[0] - two[0], one[1] - two[1]);
    const middle = [(one[0] + two[0]) / 2, (one[1] + two[1]) / 2];
    this.fingers.set(event.pointerId, [event.clientX, event.clientY]);
    const [a, b] = [...this.fingers.values()];
    const box = this.canvas!.getBoundingClientRect();
    const { view } = this.bench;
    view.pan((a[0] + b[0]) / 2 - middle[0], (a[1] + b[1]) / 2 - middle[1]);
    if (before > 10) {
      view.zoomBy(Math.hypot(a[0] - b[0], a[1] - b[1]) / before, (a[0] + b[0]) / 2 - box.x, (a[1] + b[1]) / 2 - box.y);
    }
    this.bench.requestUpdate();
  }

  private framed(drag: Drag, x: number, y: number): void {
    this.frame = { x: Math.min(x, drag.x), y: Math.min(y, drag.y), width: Math.abs(x - drag.x), height: Math.abs(y - drag.y) };
    const inside = stack(this.bench.layers, this.bench.face)
      .filter(([, layer]) => !layer.hidden && !layer.locked && touches(bounds(layer), this.frame!))
      .map(([id]) => id);
    this.bench.select(withGroups(this.bench.layers, [...drag.before, ...inside]));
  }
}
