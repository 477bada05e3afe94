// Layers on the clipboard, as JSON: what comes from it may be anything and is checked.

import { between, newGroupId, newLayerId, stack, type Face, type Layer, type Layers, type One } from './model.js';

const FORM = 'cardloom/layers';
const MOST = 500;

/** Layers as the text that goes on the clipboard. */
export function written(layers: [string, Layer][]): string {
  return JSON.stringify({ form: FORM, layers: layers.map(([, layer]) => layer) });
}

/** The layers of a text, lowest first; undefined when it is something else. */
export function read(text: string): Layer[] | undefined {
  try {
    const { form, layers } = JSON.parse(text) as { form: unknown; layers: unknown };
    const sound = form === FORM && Array.isArray(layers) && layers.length > 0 && layers.length <= MOST && layers.every(isLayer);
    return sound ? (layers as Layer[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Flat, with the properties that every layer has; the server checks each value. */
function isLayer(one: unknown): boolean {
  if (typeof one !== 'object' || one === null) {
    return false;
  }
  const layer = one as Record<string, unknown>;
  return (
    Object.values(layer).every((value) => ['string', 'number', 'boolean'].includes(typeof value)) &&
    ['type', 'face', 'order', 'name'].every((name) => typeof layer[name] === 'string') &&
    ['x', 'y', 'width', 'height', 'rotation', 'opacity'].every((name) => Number.isSafeInteger(layer[name])) &&
    ['locked', 'hidden'].every((name) => typeof layer[name] === 'boolean')
  );
}

/** Commands that put layers on a side, on top of what is there, with ids and groups of their own. */
export function pasted(layers: Layers, face: Face, from: Layer[], by: number, issuer: boolean): One[] {
  const groups = new Map<string, string>();
  let order = stack(layers, face).at(-1)?.[1].order ?? '';
  return from.map((one) => {
    const layer = { ...one, face, order: (order = between(order)), x: one.x + by, y: one.y + by, locked: false };
    if (layer.group) {
      groups.set(layer.group, groups.get(layer.group) ?? newGroupId());
      layer.group = groups.get(layer.group);
    }
    if (!issuer) {
      delete layer.mandatory;
    }
    return { op: 'add', id: newLayerId(), layer };
  });
}
