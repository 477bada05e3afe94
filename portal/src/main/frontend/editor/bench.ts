// What the parts of the editor need of each other, and which layers a hand may touch.

import type { Placed } from './dragging.js';
import type { Drawing } from './drawing.js';
import type { Feature } from './features.js';
import type { CardBody, Command, Face, Font, Layer, Layers } from './model.js';
import type { Shelf } from './shelves.js';
import type { Viewport } from './viewport.js';

/** A sheet that lies over the editor. */
export type Overlay = 'palette' | 'help' | 'preview' | 'library';

export type Plate = 'all' | 'black' | 'white' | 'uv';

export interface Bench {
  readonly card: CardBody;
  readonly fonts: Font[];
  readonly face: Face;
  readonly layers: Layers;
  readonly selection: ReadonlySet<string>;
  readonly readonly: boolean;
  /** Whether this person works for the issuer: a partner leaves mandatory layers alone. */
  readonly issuer: boolean;
  readonly view: Viewport;
  readonly drawing: Drawing;
  /** Which print plate is looked at; all is the picture that people see. */
  plate: Plate;
  guides: boolean;
  snapping: boolean;
  /** Every touch adds to the selection, as Shift does for a mouse. */
  several: boolean;
  overlay?: Overlay;
  select(ids: Iterable<string>): void;
  do(command: Command | undefined): void;
  undo(): void;
  redo(): void;
  turn(face: Face): void;
  /** What the product has; undefined before the design is open. */
  readonly features: readonly Feature[] | undefined;
  /** Tells the others where the hand is. */
  point(x: number, y: number): void;
  say(text: string): void;
  rename(id: string): void;
  editWords(): void;
  /** Asks for a picture, which goes on the card or into the selected empty place. */
  choosePicture(): void;
  menu(x: number, y: number): void;
  /** Opens what lies ready. */
  shelf(shelf: Shelf): void;
  requestUpdate(): void;
}

/** Whether a layer keeps still under this person's hands. */
export function held(bench: Pick<Bench, 'readonly' | 'issuer'>, layer: Layer): boolean {
  return bench.readonly || layer.locked || (!!layer.mandatory && !bench.issuer);
}

/** The selected layers. */
export function chosen(bench: Pick<Bench, 'selection' | 'layers'>): [string, Layer][] {
  return [...bench.selection]
    .map((id): [string, Layer | undefined] => [id, bench.layers.get(id)])
    .filter((one): one is [string, Layer] => one[1] !== undefined);
}

/** The selected layers that may be changed. */
export function free(bench: Bench): [string, Layer][] {
  return chosen(bench).filter(([, layer]) => !held(bench, layer));
}

/** These layers and all that are grouped with one of them on the same side. */
export function withGroups(layers: Layers, ids: Iterable<string>): Set<string> {
  const all = new Set(ids);
  const groups = new Set([...all].map((id) => groupOf(layers.get(id))).filter((one) => one !== undefined));
  if (groups.size) {
    for (const [id, layer] of layers) {
      if (groups.has(groupOf(layer) ?? '')) {
        all.add(id);
      }
    }
  }
  return all;
}

/** A group lies on one side of the card. */
function groupOf(layer?: Layer): string | undefined {
  return layer?.group ? layer.face + layer.group : undefined;
}

export function placed(layer: Layer): Placed {
  const { x, y, width, height, rotation } = layer;
  return { x, y, width, height, rotation };
}
