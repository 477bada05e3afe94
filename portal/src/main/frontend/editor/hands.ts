// What hands do on the card: select, drag, resize, and the same by keyboard.

import { around, resized, unturned } from './dragging.js';
import { stack, type CardBody, type Changes, type Command, type Face, type Layer, type Layers } from './model.js';
import { snap, type Rect } from './snapping.js';

/** What hands need of the editor around them. */
export interface Bench {
  readonly card: CardBody;
  readonly face: Face;
  readonly layers: Layers;
  readonly selection: ReadonlySet<string>;
  readonly readonly: boolean;
  /** Micrometers of one screen pixel. */
  readonly pixel: number;
  place(event: PointerEvent): [number, number];
  select(id: string | undefined, add: boolean): void;
  selectAll(): void;
  do(command: Command): void;
  duplicate(id: string): void;
  undo(): void;
  redo(): void;
  point(x: number, y: number): void;
  requestUpdate(): void;
}

interface Drag {
  kind: string;
  from: Map<string, Rect>;
  x: number;
  y: number;
  moved: boolean;
}

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export class Hands {
  /** Boxes under way that are not committed: one commit at the drop. */
  moving = new Map<string, Rect>();
  lines: { vertical?: number; horizontal?: number } = {};
  private drag?: Drag;

  constructor(private readonly bench: Bench) {}

  down(event: PointerEvent): void {
    const target = event.target as Element;
    const handle = target.getAttribute('data-handle');
    if (!handle) {
      const id = target.closest('[data-layer]')?.getAttribute('data-layer') ?? undefined;
      if (!id || !this.bench.selection.has(id) || event.shiftKey) {
        this.bench.select(id, event.shiftKey);
      }
      if (!id) {
        return;
      }
    }
    const free = this.free();
    if (this.bench.readonly || !free.length) {
      return;
    }
    const [x, y] = this.bench.place(event);
    const from = new Map(free.map(([id, layer]) => [id, rect(layer)]));
    this.drag = { kind: handle ?? 'move', from, x, y, moved: false };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  }

  move(event: PointerEvent): void {
    const [x, y] = this.bench.place(event);
    this.bench.point(x, y);
    const drag = this.drag;
    if (!drag) {
      return;
    }
    const dx = x - drag.x;
    const dy = y - drag.y;
    drag.moved ||= Math.hypot(dx, dy) > 3 * this.bench.pixel;
    if (drag.moved) {
      if (drag.kind === 'move') {
        this.shift(drag, dx, dy, !event.altKey);
      } else {
        this.resize(drag, dx, dy, event.shiftKey);
      }
      this.bench.requestUpdate();
    }
  }

  up(): void {
    const drag = this.drag;
    this.drag = undefined;
    this.lines = {};
    if (drag?.moved) {
      for (const [id, box] of this.moving) {
        this.bench.do({ op: 'set', id, changes: differing(drag.from.get(id)!, box) });
      }
    }
    this.moving = new Map();
    this.bench.requestUpdate();
  }

  key(event: KeyboardEvent): void {
    const source = event.composedPath()[0] as Element;
    if (!source.matches('input, select, textarea') && this.did(event, source)) {
      event.preventDefault();
    }
  }

  private did(event: KeyboardEvent, source: Element): boolean {
    const focused = source.getAttribute('data-layer');
    if (focused && (event.key === 'Enter' || event.key === ' ')) {
      this.bench.select(focused, event.shiftKey);
    } else if (event.ctrlKey || event.metaKey) {
      return this.shortcut(event);
    } else if (event.key === 'Escape') {
      this.bench.select(undefined, false);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.eachFree((id) => this.bench.do({ op: 'remove', id }));
    } else if (event.key in ARROWS) {
      const by = event.shiftKey ? 1_000 : 100;
      const [x, y] = ARROWS[event.key];
      this.eachFree((id, layer) => this.bench.do({ op: 'set', id, changes: { x: layer.x + x * by, y: layer.y + y * by } }));
    } else {
      return false;
    }
    return true;
  }

  private shortcut(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) {
      this.bench.undo();
    } else if (key === 'y' || key === 'z') {
      this.bench.redo();
    } else if (key === 'd') {
      this.eachFree((id) => this.bench.duplicate(id));
    } else if (key === 'a') {
      this.bench.selectAll();
    } else {
      return false;
    }
    return true;
  }

  private shift(drag: Drag, dx: number, dy: number, catching: boolean): void {
    const whole = around([...drag.from.values()]);
    const moved = { ...whole, x: whole.x + dx, y: whole.y + dy };
    const others = stack(this.bench.layers, this.bench.face)
      .filter(([id, layer]) => !drag.from.has(id) && !layer.hidden)
      .map(([, layer]) => layer);
    const caught = catching
      ? snap(moved, others, this.bench.card, this.bench.face, 6 * this.bench.pixel)
      : { dx: 0, dy: 0 };
    this.lines = caught;
    for (const [id, box] of drag.from) {
      this.moving.set(id, { ...box, x: Math.round(box.x + dx + caught.dx), y: Math.round(box.y + dy + caught.dy) });
    }
  }

  private resize(drag: Drag, dx: number, dy: number, keep: boolean): void {
    const [id, box] = [...drag.from][0];
    const layer = this.bench.layers.get(id);
    if (layer) {
      const [x, y] = unturned(dx, dy, layer.rotation);
      this.moving.set(id, resized(box, drag.kind, x, y, keep || layer.type === 'image'));
    }
  }

  /** The selected layers that may be changed. */
  private free(): [string, Layer][] {
    return [...this.bench.selection]
      .map((id): [string, Layer | undefined] => [id, this.bench.layers.get(id)])
      .filter((one): one is [string, Layer] => one[1] !== undefined && !one[1].locked);
  }

  private eachFree(what: (id: string, layer: Layer) => void): void {
    if (!this.bench.readonly) {
      this.free().forEach(([id, layer]) => what(id, layer));
    }
  }
}

function rect(layer: Layer): Rect {
  return { x: layer.x, y: layer.y, width: layer.width, height: layer.height };
}

function differing(from: Rect, to: Rect): Changes {
  return Object.fromEntries(Object.entries(to).filter(([name, value]) => from[name as keyof Rect] !== value));
}
