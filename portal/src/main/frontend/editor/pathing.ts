// Path data as the document holds it: absolute, in whole numbers, within a field of its own.

import type { Rect } from './snapping.js';

export type Point = [number, number];

/** A corner of a pen's path; `hand` is where its tangent points, beyond it. */
export interface Corner {
  at: Point;
  hand?: Point;
}

const MOST = 20_000;

/** What a path layer says of its form and its place. */
export interface Drawn extends Rect {
  d: string;
  viewWidth: number;
  viewHeight: number;
}

/** Lines and curves through corners, as path data in micrometers of the card. */
export function through(corners: Corner[], closed: boolean): string {
  const text = ([x, y]: Point) => `${Math.round(x)} ${Math.round(y)}`;
  const step = (from: Corner, to: Corner) =>
    from.hand || to.hand ? `C${text(from.hand ?? from.at)} ${text(mirrored(to))} ${text(to.at)}` : `L${text(to.at)}`;
  const steps = corners.slice(1).map((to, i) => step(corners[i], to));
  return `M${text(corners[0].at)}${steps.join('')}${closed ? step(corners.at(-1)!, corners[0]) + 'Z' : ''}`;
}

/** The tangent on the other side of a corner. */
function mirrored({ at, hand }: Corner): Point {
  return hand ? [2 * at[0] - hand[0], 2 * at[1] - hand[1]] : at;
}

/** A closed outline through the middles of its points, as path data in micrometers of the card. */
export function smooth(outline: number[][]): string {
  const points = outline.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const middle = (a: Point, b: Point) => `${Math.round((a[0] + b[0]) / 2)} ${Math.round((a[1] + b[1]) / 2)}`;
  const steps = points.map((point, i) => `${point[0]} ${point[1]} ${middle(point, points[(i + 1) % points.length])}`);
  return points.length ? `M${middle(points.at(-1)!, points[0])}Q${steps.join(' ')}Z` : '';
}

/** Path data of the card as a layer: its box, and the data within it; undefined when it is too long. */
export function drawn(d: string): Drawn | undefined {
  const numbers = (d.match(/-?\d+/g) ?? []).map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  const [x, y] = [least(xs), least(ys)];
  const [width, height] = [Math.max(100, -least(xs.map((one) => -one)) - x), Math.max(100, -least(ys.map((one) => -one)) - y)];
  let axis = 1;
  const own = d.replace(/-?\d+/g, (number) => String(Number(number) - (axis = 1 - axis, axis === 0 ? x : y)));
  return own.length <= MOST ? { x, y, width, height, d: own, viewWidth: width, viewHeight: height } : undefined;
}

function least(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}
