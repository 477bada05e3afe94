// What can be done with the selected layers, whoever asks: a hand, a key, a menu.

import { aligned, distributed, grouped, ordered, type Edge, type Way } from './arranging.js';
import { chosen, free, held, placed, withGroups, type Bench } from './bench.js';
import { pasted, read, written } from './clipboard.js';
import { around, bounds, full, SMALLEST, turned, whole } from './dragging.js';
import { stack, together, type Changes, type Layer, type One } from './model.js';

/** Changes properties of several layers as one edit. */
export function change(bench: Bench, layers: [string, Layer][], how: (layer: Layer, id: string) => Changes): void {
  bench.do(
    together(
      layers
        .map(([id, layer]): One => ({ op: 'set', id, changes: really(layer, how(layer, id)) }))
        .filter((one) => one.op === 'set' && Object.keys(one.changes).length > 0),
    ),
  );
}

/** Those changes that change something. */
function really(layer: Layer, changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([name, value]) => layer[name as keyof Layer] !== value));
}

export function nudge(bench: Bench, dx: number, dy: number): void {
  change(bench, free(bench), (layer) => ({ x: layer.x + dx, y: layer.y + dy }));
}

/** Makes each wider and higher, from its own left and upper edge. */
export function grow(bench: Bench, dw: number, dh: number): void {
  change(bench, free(bench), (layer) => ({
    width: Math.max(SMALLEST, layer.width + dw),
    height: Math.max(SMALLEST, layer.height + dh),
  }));
}

/** Turns the selected about their common middle. */
export function rotate(bench: Bench, by: number): void {
  const layers = free(bench);
  const box = around(layers.map(([, layer]) => bounds(layer)));
  if (box) {
    change(bench, layers, (layer) =>
      layers.length === 1
        ? { rotation: full(layer.rotation + by) }
        : { ...whole(turned(placed(layer), box.x + box.width / 2, box.y + box.height / 2, by)) },
    );
  }
}

export function align(bench: Bench, edge: Edge): void {
  bench.do(together(aligned(free(bench), edge, { x: 0, y: 0, width: bench.card.width, height: bench.card.height })));
}

export function distribute(bench: Bench, across: boolean): void {
  bench.do(together(distributed(free(bench), across)));
}

export function order(bench: Bench, way: Way): void {
  bench.do(together(ordered(bench.layers, bench.face, new Set(free(bench).map(([id]) => id)), way)));
}

export function group(bench: Bench): void {
  bench.do(together(grouped(bench.layers, bench.face, new Set(free(bench).map(([id]) => id)))));
}

export function ungroup(bench: Bench): void {
  change(bench, free(bench).filter(([, layer]) => layer.group), () => ({ group: '' }));
}

/** Locks the selected, or unlocks them when all are locked. */
export function lock(bench: Bench): void {
  const layers = chosen(bench).filter(([, layer]) => !held(bench, { ...layer, locked: false }));
  const all = layers.every(([, layer]) => layer.locked);
  change(bench, layers, () => ({ locked: !all }));
}

export function hide(bench: Bench): void {
  const layers = free(bench);
  const all = layers.every(([, layer]) => layer.hidden);
  change(bench, layers, () => ({ hidden: !all }));
}

export function remove(bench: Bench): void {
  bench.do(together(free(bench).map(([id]): One => ({ op: 'remove', id }))));
}

/** The selected in the order they lie in, lowest first. */
function inOrder(bench: Bench): [string, Layer][] {
  return (['front', 'back'] as const).flatMap((face) => stack(bench.layers, face)).filter(([id]) => bench.selection.has(id));
}

function add(bench: Bench, layers: Layer[], by: number): void {
  if (!bench.readonly && layers.length) {
    const commands = pasted(bench.layers, bench.face, layers, by, bench.issuer);
    bench.do(together(commands));
    bench.select(commands.map((one) => one.id));
  }
}

export function duplicate(bench: Bench): void {
  add(bench, inOrder(bench).map(([, layer]) => layer), 2_000);
}

/** What was copied here, for where the browser keeps its clipboard to itself. */
let kept = '';

export async function copy(bench: Bench): Promise<void> {
  const layers = inOrder(bench);
  if (layers.length) {
    kept = written(layers);
    await navigator.clipboard?.writeText(kept).catch(() => undefined);
  }
}

export async function cut(bench: Bench): Promise<void> {
  await copy(bench);
  remove(bench);
}

/** Puts the copied layers on this side: where they were, or a little aside where they still are. */
export async function paste(bench: Bench): Promise<void> {
  const text = (await navigator.clipboard?.readText?.().catch(() => undefined)) || kept;
  const layers = read(text);
  if (!layers) {
    bench.say(text ? 'What was copied is no layer of a card. Copy layers here or in another design first.' : 'Nothing was copied yet.');
    return;
  }
  const there = stack(bench.layers, bench.face).some(([, one]) => one.x === layers[0].x && one.y === layers[0].y && one.type === layers[0].type);
  add(bench, layers, there ? 2_000 : 0);
}

export function selectAll(bench: Bench): void {
  bench.select(stack(bench.layers, bench.face).filter(([, layer]) => !layer.hidden && !layer.locked).map(([id]) => id));
}

/** Selects what lies above or below in the order, around the end. */
export function selectNext(bench: Bench, by: 1 | -1): void {
  const all = stack(bench.layers, bench.face).filter(([, layer]) => !layer.hidden);
  if (all.length) {
    const at = all.findIndex(([id]) => bench.selection.has(id));
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    bench.select(withGroups(bench.layers, [all[next][0]]));
  }
}

export function zoomToSelection(bench: Bench): void {
  const box = around(chosen(bench).map(([, layer]) => bounds(layer)));
  if (box) {
    const edge = Math.max(box.width, box.height) * 0.1;
    bench.view.show({ x: box.x - edge, y: box.y - edge, width: box.width + 2 * edge, height: box.height + 2 * edge });
    bench.requestUpdate();
  }
}
