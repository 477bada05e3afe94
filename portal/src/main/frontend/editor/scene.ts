// What is to be shown on the bench.

import type { Plate } from './bench.js';
import type { Stroke } from './drawing.js';
import { stack, type CardBody, type Command, type Face, type Layer, type Layers } from './model.js';
import type { Point } from './pathing.js';
import type { Rect } from './snapping.js';

export interface Outline {
  path: string;
  /** Where the box was when the outline was made. */
  x: number;
  y: number;
}

export interface Other {
  name: string;
  color: string;
  x?: number;
  y?: number;
  selection: string[];
}

export interface Finding {
  rule: string;
  severity: 'error' | 'warning' | 'note';
  face: Face;
  x: number;
  y: number;
  width: number;
  height: number;
  message: string;
  remedy: string;
  layer?: string;
  /** What mends it: an edit like any other. */
  fix?: { label: string; command: Command };
}

export interface Scene {
  card: CardBody;
  face: Face;
  layers: Layers;
  selection: ReadonlySet<string>;
  /** What is being dragged or typed and is not committed yet. */
  moving: ReadonlyMap<string, Partial<Layer>>;
  outlines: ReadonlyMap<string, Outline>;
  others: Other[];
  findings: Finding[];
  guides: boolean;
  lines: { vertical?: number; horizontal?: number };
  /** What part of the bench is seen. */
  box: Rect;
  /** Micrometers of one screen pixel. */
  pixel: number;
  plate: Plate;
  drawing?: Stroke;
  /** Where keys draw. */
  cursor?: Point;
  /** The frame that is being drawn around layers. */
  frame?: Rect;
  href(layer: Layer, id: string): string | undefined;
  /** Whether this person's hands leave the layer where it is. */
  held(layer: Layer): boolean;
}

/** The layer as it is under the hand. */
export function current(scene: Pick<Scene, 'moving'>, id: string, layer: Layer): Layer {
  const moving = scene.moving.get(id);
  return moving ? { ...layer, ...moving } : layer;
}

export function turn(box: { x: number; y: number; width: number; height: number; rotation: number }): string {
  return box.rotation ? `rotate(${box.rotation / 1000} ${box.x + box.width / 2} ${box.y + box.height / 2})` : '';
}

/** The layers of a side that are to be seen, lowest first; white and UV ink only where its plate is looked at. */
export function seen({ layers, face, plate }: Scene): [string, Layer][] {
  return stack(layers, face).filter(([, layer]) => {
    const own = layer.plate ?? 'color';
    return !layer.hidden && (own === 'color' || own === 'black' || own === plate);
  });
}

/** How strongly a layer shows: what is on another plate than the one looked at is a shadow. */
export function strength({ plate }: Scene, layer: Layer): number {
  return (plate === 'all' || plate === layer.plate ? 1 : 0.15) * (layer.opacity / 1000);
}
