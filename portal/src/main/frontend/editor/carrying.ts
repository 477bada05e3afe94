// Layers under the hand: what a drag makes of their boxes until it is let go.

import { boxes } from './arranging.js';
import { free, placed, type Bench } from './bench.js';
import { around, bounds, resized, resizedTurned, scaled, turned, whole, type Placed } from './dragging.js';
import { stack, together, type Command } from './model.js';
import type { Point } from './pathing.js';
import { snap, snapEdges, type Rect, type Snapped } from './snapping.js';

/** How near a line catches, in pixels. */
const REACH = 6;

export class Carrying {
  /** The boxes as they are now. */
  readonly moving = new Map<string, Placed>();
  lines: Partial<Snapped> = {};
  private readonly from: ReadonlyMap<string, Placed>;

  /** Takes up what is selected and free. */
  constructor(private readonly bench: Bench) {
    this.from = new Map(free(bench).map(([id, layer]) => [id, placed(layer)]));
  }

  get empty(): boolean {
    return this.from.size === 0;
  }

  /** All that changed, as one edit. */
  get edit(): Command | undefined {
    return together(boxes(this.from, this.moving));
  }

  private others(): Rect[] {
    return stack(this.bench.layers, this.bench.face)
      .filter(([id, layer]) => !this.from.has(id) && !layer.hidden)
      .map(([, layer]) => bounds(layer));
  }

  /** Moves them; `straight` in one direction only. */
  shift(dx: number, dy: number, catching: boolean, straight: boolean): void {
    if (straight) {
      [dx, dy] = Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy];
    }
    const { card, face, view } = this.bench;
    const all = around([...this.from.values()].map(bounds))!;
    const caught = catching
      ? snap({ ...all, x: all.x + dx, y: all.y + dy }, this.others(), card, face, REACH * view.pixel)
      : { dx: 0, dy: 0 };
    this.lines = caught;
    for (const [id, box] of this.from) {
      this.moving.set(id, whole({ ...box, x: box.x + dx + caught.dx, y: box.y + dy + caught.dy }));
    }
  }

  /** Pulls a handle: Shift keeps the shape, or frees it where it is kept; Alt keeps the middle. */
  resize(handle: string, dx: number, dy: number, event: PointerEvent): void {
    const { card, face, view } = this.bench;
    const boxes = [...this.from];
    const box = boxes.length === 1 ? boxes[0][1] : { ...around(boxes.map(([, one]) => bounds(one)))!, rotation: 0 };
    const keep = event.shiftKey !== (boxes.length === 1 && ['image', 'sketch', 'code'].includes(this.bench.layers.get(boxes[0][0])?.type ?? ''));
    if (this.bench.snapping && !box.rotation && !keep && !event.altKey) {
      const caught = snapEdges(resized(box, handle, dx, dy, false), handle, this.others(), card, face, REACH * view.pixel);
      this.lines = caught;
      dx += caught.dx;
      dy += caught.dy;
    }
    const next = resizedTurned(box, handle, dx, dy, keep, event.altKey);
    for (const [id, one] of boxes) {
      this.moving.set(id, whole(boxes.length === 1 ? next : scaled(one, box, next)));
    }
  }

  /** Turns them about their middle, from one place to another; `straight` in steps of 15°. */
  rotate(from: Point, to: Point, straight: boolean): void {
    const boxes = [...this.from];
    const all = around(boxes.map(([, box]) => bounds(box)))!;
    const [cx, cy] = [all.x + all.width / 2, all.y + all.height / 2];
    const angle = (toX: number, toY: number) => (Math.atan2(toY - cy, toX - cx) * 180_000) / Math.PI;
    let by = angle(...to) - angle(...from);
    const first = boxes[0][1].rotation;
    const step = straight ? 15_000 : 100;
    by = Math.round((first + by) / step) * step - first;
    for (const [id, box] of boxes) {
      this.moving.set(id, whole(turned(box, cx, cy, by)));
    }
  }
}
