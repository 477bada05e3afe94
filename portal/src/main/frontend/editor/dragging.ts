// Dragging and resizing: pure arithmetic on boxes, in micrometers.

import type { Rect } from './snapping.js';

export const SMALLEST = 500;

/** The box after one of its handles was pulled by (dx, dy); `keep` holds the aspect. */
export function resized(box: Rect, handle: string, dx: number, dy: number, keep: boolean): Rect {
  let { x, y, width, height } = box;
  const aspect = box.width / box.height;
  if (handle.includes('e')) width = Math.max(SMALLEST, box.width + dx);
  if (handle.includes('w')) width = Math.max(SMALLEST, box.width - dx);
  if (handle.includes('s')) height = Math.max(SMALLEST, box.height + dy);
  if (handle.includes('n')) height = Math.max(SMALLEST, box.height - dy);
  if (keep) {
    if (handle.length === 2 ? width / height > aspect : handle === 'e' || handle === 'w') {
      height = width / aspect;
    } else {
      width = height * aspect;
    }
  }
  if (handle.includes('w')) x = box.x + box.width - width;
  if (handle.includes('n')) y = box.y + box.height - height;
  return whole({ x, y, width, height });
}

/** A click's delta seen by a box that is turned. */
export function unturned(dx: number, dy: number, rotation: number): [number, number] {
  const angle = (-rotation / 1000) * (Math.PI / 180);
  return [dx * Math.cos(angle) - dy * Math.sin(angle), dx * Math.sin(angle) + dy * Math.cos(angle)];
}

export function whole(rect: Rect): Rect {
  return {
    x: Math.round(rect.x),
    y: Math.round(rect.y),
    width: Math.round(rect.width),
    height: Math.round(rect.height),
  };
}

/** The smallest rectangle around several. */
export function around(boxes: Rect[]): Rect {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
