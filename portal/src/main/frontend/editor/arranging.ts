// Aligning, distributing and ordering: pure arithmetic that ends in commands.

import { around, bounds, type Placed } from './dragging.js';
import { between, newGroupId, stack, type Changes, type Face, type Layer, type Layers, type One } from './model.js';
import type { Rect } from './snapping.js';

export type Edge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
type Chosen = [string, Layer][];

/** Layers that move as one: a whole group, or a layer that is in none. */
function bodies(layers: Chosen): Chosen[] {
  const all = new Map<string, Chosen>();
  for (const one of layers) {
    const key = one[1].group || one[0];
    all.set(key, [...(all.get(key) ?? []), one]);
  }
  return [...all.values()];
}

function extent(body: Chosen): Rect {
  return around(body.map(([, layer]) => bounds(layer)))!;
}

function shifted(body: Chosen, dx: number, dy: number): One[] {
  const [x, y] = [Math.round(dx), Math.round(dy)];
  return x || y ? body.map(([id, layer]) => set(id, { ...(x && { x: layer.x + x }), ...(y && { y: layer.y + y }) })) : [];
}

function set(id: string, changes: Changes): One {
  return { op: 'set', id, changes };
}

/** Lays an edge or the middle of each on the same line: of all of them, or of the card for one alone. */
export function aligned(layers: Chosen, edge: Edge, card: Rect): One[] {
  const parts = bodies(layers);
  const to = parts.length > 1 ? around(parts.map(extent))! : card;
  return parts.flatMap((body) => {
    const box = extent(body);
    const dx = { left: to.x - box.x, center: to.x + to.width / 2 - box.x - box.width / 2, right: to.x + to.width - box.x - box.width }[edge as 'left'] ?? 0;
    const dy = { top: to.y - box.y, middle: to.y + to.height / 2 - box.y - box.height / 2, bottom: to.y + to.height - box.y - box.height }[edge as 'top'] ?? 0;
    return shifted(body, dx, dy);
  });
}

/** Makes the gaps between three or more equal; the outer two stay. */
export function distributed(layers: Chosen, across: boolean): One[] {
  const start = across ? 'x' : 'y';
  const size = across ? 'width' : 'height';
  const parts = bodies(layers)
    .map((body) => ({ body, box: extent(body) }))
    .sort((a, b) => a.box[start] - b.box[start]);
  if (parts.length < 3) {
    return [];
  }
  const first = parts[0].box;
  const end = Math.max(...parts.map(({ box }) => box[start] + box[size]));
  const gap = (end - first[start] - parts.reduce((sum, { box }) => sum + box[size], 0)) / (parts.length - 1);
  let at = first[start];
  return parts.flatMap(({ body, box }) => {
    const by = at - box[start];
    at += box[size] + gap;
    return shifted(body, across ? by : 0, across ? 0 : by);
  });
}

/** What changed between two boxes, as whole micrometers. */
export function differing(from: Placed, to: Placed): Changes {
  return Object.fromEntries(Object.entries(to).filter(([name, value]) => from[name as keyof Placed] !== value));
}

/** Sets for all layers whose boxes were changed. */
export function boxes(from: ReadonlyMap<string, Placed>, to: ReadonlyMap<string, Placed>): One[] {
  return [...to]
    .map(([id, box]) => set(id, differing(from.get(id)!, box)))
    .filter((one) => one.op === 'set' && Object.keys(one.changes).length > 0);
}

/** Lays layers, in the order they have, right above the one at `at` of those that stay (-1: lowest). */
export function laidAt(layers: Layers, face: Face, moved: ReadonlySet<string>, at: number): One[] {
  const all = stack(layers, face);
  const moving = all.filter(([id]) => moved.has(id));
  const staying = all.filter(([id]) => !moved.has(id));
  const order = [...staying.slice(0, at + 1), ...moving, ...staying.slice(at + 1)];
  if (order.every(([id], i) => id === all[i][0])) {
    return [];
  }
  const above = staying[at + 1]?.[1].order;
  let below = staying[at]?.[1].order ?? '';
  const some = moving.map(([id]) => set(id, { order: (below = between(below, above)) }));
  const sound = below.length <= 48 && (above === undefined || below < above);
  return sound ? some : renumbered(order);
}

/** New orders for a whole side, where no room is left between two. */
function renumbered(order: Chosen): One[] {
  const digits = order.length.toString(36).length;
  return order.map(([id], i) => set(id, { order: (i + 1).toString(36).padStart(digits, '0').toUpperCase() + 'V' }));
}

export type Way = 'front' | 'forward' | 'backward' | 'back';

/** Moves the selected up or down in the order of their side, past whole groups. */
export function ordered(layers: Layers, face: Face, moved: ReadonlySet<string>, way: Way): One[] {
  const all = stack(layers, face);
  const staying = all.filter(([id]) => !moved.has(id));
  const places = all.flatMap(([id], i) => (moved.has(id) ? [all.slice(0, i).filter(([one]) => !moved.has(one)).length - 1] : []));
  if (!places.length) {
    return [];
  }
  if (way === 'front' || way === 'back') {
    return laidAt(layers, face, moved, way === 'front' ? staying.length - 1 : -1);
  }
  const step = way === 'forward' ? 1 : -1;
  let at = (way === 'forward' ? Math.max(...places) : Math.min(...places)) + step;
  // Past the whole of a group, never into its middle.
  const beside = (i: number) => staying[i]?.[1].group;
  while (at >= 0 && at < staying.length - 1 && beside(at) && beside(at) === beside(at + 1)) {
    at += step;
  }
  return at < -1 || at >= staying.length ? [] : laidAt(layers, face, moved, at);
}

/** Makes a group of layers, on top of each other right above the highest of them. */
export function grouped(layers: Layers, face: Face, ids: ReadonlySet<string>): One[] {
  const all = stack(layers, face);
  const top = all.findLastIndex(([id]) => ids.has(id));
  const at = all.slice(0, top + 1).filter(([id]) => !ids.has(id)).length - 1;
  const group = newGroupId();
  const orders = new Map(laidAt(layers, face, ids, at).map((one) => [one.id, one.op === 'set' ? one.changes : {}]));
  for (const id of ids) {
    orders.set(id, { ...orders.get(id), group });
  }
  return [...orders].map(([id, changes]) => set(id, changes));
}
