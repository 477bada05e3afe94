// Moving, resizing and turning: pure arithmetic on boxes, in micrometers.

import type { Rect } from './snapping.js';

export const SMALLEST = 500;

/** A box and how it is turned, in thousandths of a degree. */
export interface Placed extends Rect {
  rotation: number;
}

/** The box after one of its handles was pulled by (dx, dy); `keep` holds the aspect, `middle` the center. */
export function resized(box: Rect, handle: string, dx: number, dy: number, keep: boolean, middle = false): Rect {
  const by = middle ? 2 : 1;
  let { width, height } = box;
  const aspect = box.width / box.height;
  if (handle.includes('e')) width = Math.max(SMALLEST, box.width + by * dx);
  if (handle.includes('w')) width = Math.max(SMALLEST, box.width - by * dx);
  if (handle.includes('s')) height = Math.max(SMALLEST, box.height + by * dy);
  if (handle.includes('n')) height = Math.max(SMALLEST, box.height - by * dy);
  if (keep) {
    if (handle.length === 2 ? width / height > aspect : handle === 'e' || handle === 'w') {
      height = width / aspect;
    } else {
      width = height * aspect;
    }
  }
  const side = (low: boolean, high: boolean) => (middle || (!low && !high && keep) ? 0.5 : low ? 1 : 0);
  return {
    x: box.x + (box.width - width) * side(handle.includes('w'), handle.includes('e')),
    y: box.y + (box.height - height) * side(handle.includes('n'), handle.includes('s')),
    width,
    height,
  };
}

/** A turned box resized in its own directions; what is opposite of the handle stays where it is seen. */
export function resizedTurned(box: Placed, handle: string, dx: number, dy: number, keep: boolean, middle: boolean): Placed {
  const [ownX, ownY] = turnedBy(dx, dy, -box.rotation);
  const next = resized(box, handle, ownX, ownY, keep, middle);
  const [cx, cy] = turnedBy(
    next.x + next.width / 2 - box.x - box.width / 2,
    next.y + next.height / 2 - box.y - box.height / 2,
    box.rotation,
  );
  return {
    ...next,
    x: box.x + box.width / 2 + cx - next.width / 2,
    y: box.y + box.height / 2 + cy - next.height / 2,
    rotation: box.rotation,
  };
}

/** A box carried along when the rectangle around several is changed. */
export function scaled(box: Placed, from: Rect, to: Rect): Placed {
  const [sx, sy] = [to.width / from.width, to.height / from.height];
  // A box that stands on its side grows in the other direction.
  const across = Math.round(box.rotation / 90_000) % 2 === 1;
  const width = Math.max(SMALLEST, box.width * (across ? sy : sx));
  const height = Math.max(SMALLEST, box.height * (across ? sx : sy));
  return {
    x: to.x + (box.x + box.width / 2 - from.x) * sx - width / 2,
    y: to.y + (box.y + box.height / 2 - from.y) * sy - height / 2,
    width,
    height,
    rotation: box.rotation,
  };
}

/** A box turned about a point, by thousandths of a degree. */
export function turned(box: Placed, x: number, y: number, by: number): Placed {
  const [dx, dy] = turnedBy(box.x + box.width / 2 - x, box.y + box.height / 2 - y, by);
  return { ...box, x: x + dx - box.width / 2, y: y + dy - box.height / 2, rotation: full(box.rotation + by) };
}

/** A direction turned by thousandths of a degree. */
export function turnedBy(dx: number, dy: number, rotation: number): [number, number] {
  const angle = (rotation / 1000) * (Math.PI / 180);
  return [dx * Math.cos(angle) - dy * Math.sin(angle), dx * Math.sin(angle) + dy * Math.cos(angle)];
}

/** An angle within one turn, in thousandths of a degree. */
export function full(rotation: number): number {
  return ((Math.round(rotation) % 360_000) + 360_000) % 360_000;
}

export function whole(box: Placed): Placed {
  return {
    x: Math.round(box.x),
    y: Math.round(box.y),
    width: Math.round(box.width),
    height: Math.round(box.height),
    rotation: full(box.rotation),
  };
}

/** The upright rectangle that a turned box takes up. */
export function bounds(box: Placed): Rect {
  if (!box.rotation) {
    return { x: box.x, y: box.y, width: box.width, height: box.height };
  }
  const [ax, ay] = turnedBy(box.width / 2, box.height / 2, box.rotation);
  const [bx, by] = turnedBy(box.width / 2, -box.height / 2, box.rotation);
  const [w, h] = [Math.max(Math.abs(ax), Math.abs(bx)), Math.max(Math.abs(ay), Math.abs(by))];
  return { x: box.x + box.width / 2 - w, y: box.y + box.height / 2 - h, width: 2 * w, height: 2 * h };
}

/** The smallest rectangle around several; undefined around none. */
export function around(boxes: Rect[]): Rect | undefined {
  if (!boxes.length) {
    return undefined;
  }
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

export function touches(one: Rect, two: Rect): boolean {
  return one.x < two.x + two.width && two.x < one.x + one.width && one.y < two.y + two.height && two.y < one.y + one.height;
}
