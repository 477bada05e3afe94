// Drawing by hand: freehand strokes, and a pen that goes from corner to corner.

import { getStroke } from 'perfect-freehand';
import type { Bench } from './bench.js';
import type { Layer } from './model.js';
import { drawn, smooth, through, type Corner, type Point } from './pathing.js';

export type Tool = 'doodle' | 'pen';

/** What a finished stroke or path is as a layer. */
export type Made = Partial<Layer> & Pick<Layer, 'type' | 'name' | 'width' | 'height'>;

/** What is being drawn: path data of the card, filled if it is a surface, else a line. */
export interface Stroke {
  d: string;
  surface: boolean;
  color: string;
  width: number;
}

/** How near the first corner closes the path, in pixels. */
const NEAR = 9;
const STEP = 500;
const ARROWS: Record<string, Point> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Drawing {
  tool?: Tool;
  color = '#1a1a1a';
  /** How wide a stroke is, in micrometers. */
  width = 800;
  /** Where keys draw, once they do. */
  cursor?: Point;
  private strokes: number[][] = [];
  private corners: Corner[] = [];
  private pressed = false;
  private simulated = true;

  constructor(
    private readonly bench: Bench,
    private readonly done: (made: Made) => void,
  ) {}

  start(tool: Tool): void {
    this.drop();
    this.tool = tool;
    this.bench.select([]);
  }

  /** Puts the tool away; what is begun is kept if it is a path. */
  end(): void {
    this.finish();
    this.drop();
    this.tool = undefined;
    this.bench.requestUpdate();
  }

  private drop(): void {
    this.strokes = [];
    this.corners = [];
    this.pressed = false;
    this.cursor = undefined;
  }

  down(x: number, y: number, event?: PointerEvent): void {
    this.pressed = true;
    if (this.tool === 'doodle') {
      this.simulated = event?.pointerType !== 'pen';
      this.strokes = [[x, y, event?.pressure || 0.5]];
    } else if (this.corners.length > 2 && this.near(this.corners[0], x, y, event)) {
      this.finish(true);
    } else if (this.corners.length > 1 && this.near(this.corners.at(-1)!, x, y, event)) {
      this.finish();
    } else {
      this.corners.push({ at: [x, y] });
    }
    this.bench.requestUpdate();
  }

  move(x: number, y: number, pressure = 0.5): void {
    if (!this.pressed) {
      return;
    }
    const last = this.corners.at(-1);
    if (this.tool === 'doodle') {
      this.strokes.push([x, y, pressure]);
    } else if (last && Math.hypot(x - last.at[0], y - last.at[1]) > 4 * this.bench.view.pixel) {
      last.hand = [x, y];
    }
    this.bench.requestUpdate();
  }

  up(): void {
    this.pressed = false;
    if (this.tool === 'doodle') {
      this.finish();
    }
  }

  /** A stroke that another finger broke off is none; a pen keeps its corners. */
  cancel(): void {
    this.pressed = false;
    this.strokes = [];
  }

  /** What is being drawn, as path data, and whether it is a surface. */
  get preview(): Stroke | undefined {
    const d = this.tool === 'doodle' ? this.outline(1) : this.corners.length ? through(this.corners, false) : '';
    return d ? { d, surface: this.tool === 'doodle', color: this.color, width: this.width } : undefined;
  }

  /** Every nth point of the stroke, as an outline whose width follows the pressure. */
  private outline(nth: number): string {
    const points = this.strokes.filter((_, i) => i % nth === 0 || i === this.strokes.length - 1);
    return points.length
      ? smooth(getStroke(points, { size: this.width, thinning: 0.55, smoothing: 0.5, streamline: 0.4, simulatePressure: this.simulated, last: true }))
      : '';
  }

  /** A hand is not exact, a key is. */
  private near(corner: Corner, x: number, y: number, event?: PointerEvent): boolean {
    return Math.hypot(x - corner.at[0], y - corner.at[1]) < (event ? NEAR * this.bench.view.pixel : 1);
  }

  private finish(closed = false): void {
    if (this.tool === 'doodle' && this.strokes.length > 1) {
      let form;
      for (let nth = 1; !form && nth < 64; nth *= 2) {
        form = drawn(this.outline(nth));
      }
      if (form) {
        this.done({ type: 'path', name: 'Doodle', ...form, fill: this.color });
      }
    } else if (this.tool === 'pen' && this.corners.length > 1) {
      const form = drawn(through(this.corners, closed));
      const look: Partial<Layer> = closed ? { fill: this.color } : { fill: this.color, fillKind: 'none', stroke: this.color, strokeWidth: this.width };
      if (form) {
        this.done({ type: 'path', name: 'Path', ...form, ...look });
      } else {
        this.bench.say('This path has too many corners. Draw it in two.');
      }
    }
    const { cursor } = this;
    this.drop();
    this.cursor = cursor;
    this.bench.requestUpdate();
  }

  /** Arrows lead the point, Space puts it down, Enter ends the path, Escape the tool. */
  key(event: KeyboardEvent): boolean {
    const way = ARROWS[event.key];
    if (event.key === 'Escape') {
      this.end();
    } else if (event.key === 'Enter') {
      this.finish();
    } else if (event.key === ' ') {
      this.put();
    } else if (way) {
      this.lead(way, event.shiftKey ? 10 : 1);
    } else {
      return false;
    }
    this.bench.requestUpdate();
    return true;
  }

  private at(): Point {
    const { card } = this.bench;
    return (this.cursor ??= [Math.round(card.width / 2), Math.round(card.height / 2)]);
  }

  private lead([x, y]: Point, far: number): void {
    const [cx, cy] = this.at();
    this.cursor = [cx + x * far * STEP, cy + y * far * STEP];
    if (this.tool === 'doodle') {
      this.move(...this.cursor);
    }
  }

  private put(): void {
    if (this.tool === 'doodle' && this.pressed) {
      this.up();
      return;
    }
    this.down(...this.at());
    this.pressed = this.tool === 'doodle';
  }
}
