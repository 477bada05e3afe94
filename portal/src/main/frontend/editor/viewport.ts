// Which part of the bench is seen, and how large.

import type { CardBody } from './model.js';
import type { Rect } from './snapping.js';

/** Micrometers of one CSS pixel at 100 %: 96 of them are an inch. */
export const TRUE_SIZE = 25_400 / 96;
const LEAST = TRUE_SIZE / 32;
/** The height that the bar over the bench takes, in pixels. */
const BAR = 52;
const MOST = TRUE_SIZE * 4;

/** What is seen: from (x, y) in micrometers, `pixel` micrometers a CSS pixel, width × height of those. */
export class Viewport {
  x = 0;
  y = 0;
  pixel = 100;
  width = 0;
  height = 0;
  /** Whether it follows the size of the window until somebody zooms or pans. */
  private fitted = true;

  get box(): Rect {
    return { x: this.x, y: this.y, width: this.width * this.pixel, height: this.height * this.pixel };
  }

  /** 1 is true size. */
  get zoom(): number {
    return TRUE_SIZE / this.pixel;
  }

  /** The place on the card of a point of the window, in micrometers. */
  at(x: number, y: number): [number, number] {
    return [this.x + x * this.pixel, this.y + y * this.pixel];
  }

  resize(width: number, height: number, card: CardBody): void {
    const middle = [this.x + (this.width * this.pixel) / 2, this.y + (this.height * this.pixel) / 2];
    this.width = width;
    this.height = height;
    if (this.fitted) {
      this.fit(card);
    } else {
      this.x = middle[0] - (width * this.pixel) / 2;
      this.y = middle[1] - (height * this.pixel) / 2;
    }
  }

  /** Shows the whole card with its bleed, above the bar at the lower edge. */
  fit(card: CardBody): void {
    const edge = card.bleed + (this.width > 600 ? 5_000 : 1_500);
    this.show({ x: -edge, y: -edge, width: card.width + 2 * edge, height: card.height + 2 * edge }, BAR);
    this.fitted = true;
  }

  /** Shows a rectangle, as large as there is room, in the middle. */
  show(rect: Rect, below = 0): void {
    const height = this.height - below;
    if (this.width && height > 0) {
      this.pixel = bounded(Math.max(rect.width / this.width, rect.height / height));
      this.x = rect.x + rect.width / 2 - (this.width * this.pixel) / 2;
      this.y = rect.y + rect.height / 2 - (height * this.pixel) / 2;
      this.fitted = false;
    }
  }

  /** Zooms by a factor (2 is twice as large) and keeps a point of the window where it is. */
  zoomBy(factor: number, atX = this.width / 2, atY = this.height / 2): void {
    const pixel = bounded(this.pixel / factor);
    this.x += atX * (this.pixel - pixel);
    this.y += atY * (this.pixel - pixel);
    this.pixel = pixel;
    this.fitted = false;
  }

  trueSize(): void {
    this.zoomBy(this.pixel / TRUE_SIZE);
  }

  /** Moves what is seen by pixels of the window. */
  pan(dx: number, dy: number): void {
    this.x -= dx * this.pixel;
    this.y -= dy * this.pixel;
    this.fitted = false;
  }
}

function bounded(pixel: number): number {
  return Math.min(MOST, Math.max(LEAST, pixel));
}
