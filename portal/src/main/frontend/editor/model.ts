// The design document as the browser holds it: plain data, lengths in whole micrometers.

export type Face = 'front' | 'back';

export type LayerType = 'text' | 'field' | 'image' | 'shape' | 'path' | 'code' | 'sketch' | 'slot';

/** A layer, flat as in the document; a property that is not there has its default. */
export interface Layer {
  type: LayerType;
  face: Face;
  order: string;
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  rotation: number;
  opacity: number;
  locked: boolean;
  hidden: boolean;
  group?: string;
  mandatory?: boolean;
  surface?: 'both' | 'physical' | 'digital';
  plate?: 'color' | 'black' | 'white' | 'uv';
  slot?: string;
  text?: string;
  label?: string;
  sample?: string;
  key?: string;
  font?: string;
  weight?: number;
  size?: number;
  color?: string;
  align?: 'left' | 'center' | 'right';
  tracking?: number;
  shrink?: number;
  arc?: number;
  asset?: string;
  cropLeft?: number;
  cropTop?: number;
  cropRight?: number;
  cropBottom?: number;
  flipX?: boolean;
  flipY?: boolean;
  brightness?: number;
  contrast?: number;
  saturation?: number;
  tone?: 'color' | 'grayscale' | 'duotone';
  toneDark?: string;
  toneLight?: string;
  blur?: number;
  shape?: 'rectangle' | 'ellipse' | 'triangle' | 'hexagon' | 'star' | 'line';
  fill?: string;
  radius?: number;
  fillKind?: 'solid' | 'none' | 'linear' | 'radial';
  fillEnd?: string;
  fillAngle?: number;
  stroke?: string;
  strokeWidth?: number;
  d?: string;
  viewWidth?: number;
  viewHeight?: number;
  symbology?: 'qr' | 'code128' | 'ean13' | 'data_matrix';
  data?: string;
  ground?: string;
  level?: 'l' | 'm' | 'q' | 'h';
  threshold?: number;
  invert?: boolean;
}

export type Value = string | number | boolean;
export type Changes = Partial<Record<keyof Layer, Value>>;
export type Layers = ReadonlyMap<string, Layer>;

/** A command about one layer. */
export type One =
  | { op: 'add'; id: string; layer: Layer }
  | { op: 'set'; id: string; changes: Changes }
  | { op: 'remove'; id: string };

/** One edit: of one layer, or of several at once, all of them or none. */
export type Command = One | { op: 'all'; commands: One[] };

export interface Zone {
  kind: string;
  face: Face;
  x: number;
  y: number;
  width: number;
  height: number;
  keepClear: boolean;
}

export interface CardBody {
  name: string;
  color: string;
  finish: string;
  width: number;
  height: number;
  cornerRadius: number;
  bleed: number;
  safeMargin: number;
  zones: Zone[];
}

export interface Font {
  family: string;
  weight: number;
  label: string;
  url: string;
  /** The issuer's own: one face, in whatever weight. */
  own: boolean;
  /** Kept where it is, offered no more. */
  withdrawn: boolean;
}

/** The commands that an edit is made of. */
export function parts(command: Command): One[] {
  return command.op === 'all' ? command.commands : [command];
}

/** Several commands as one edit; undefined when there are none. */
export function together(commands: One[]): Command | undefined {
  return commands.length > 1 ? { op: 'all', commands } : commands[0];
}

/** The layers after one edit; a command about a layer that is gone changes nothing. */
export function applied(layers: Layers, command: Command): Layers {
  const next = new Map(layers);
  for (const one of parts(command)) {
    if (one.op === 'add') {
      next.set(one.id, one.layer);
    } else if (one.op === 'remove') {
      next.delete(one.id);
    } else {
      const layer = next.get(one.id);
      if (layer) {
        next.set(one.id, { ...layer, ...one.changes } as Layer);
      }
    }
  }
  return next;
}

/** Two edits as one, when both only change properties of the same layers; else undefined. */
export function merged(first: Command, second: Command): Command | undefined {
  const [one, two] = [parts(first), parts(second)];
  const same = one.length === two.length && one.every((set, i) => set.op === 'set' && two[i].op === 'set' && set.id === two[i].id);
  return same
    ? together(one.map((set, i) => ({ op: 'set', id: set.id, changes: { ...changes(set), ...changes(two[i]) } })))
    : undefined;
}

function changes(one: One): Changes {
  return one.op === 'set' ? one.changes : {};
}

/** The layers of one face, lowest first; equal orders lie in the order of their ids. */
export function stack(layers: Layers, face: Face): [string, Layer][] {
  return [...layers]
    .filter(([, layer]) => layer.face === face)
    .sort(([a, one], [b, two]) => compare(one.order, two.order) || compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A fractional index between two others ('' stands for the bottom, undefined for the top). */
export function between(below: string, above?: string): string {
  let prefix = '';
  for (let i = 0; ; i++) {
    const low = i < below.length ? DIGITS.indexOf(below[i]) : 0;
    const high = above !== undefined && i < above.length ? DIGITS.indexOf(above[i]) : DIGITS.length;
    if (high - low > 1) {
      return prefix + DIGITS[(low + high) >> 1];
    }
    prefix += DIGITS[low];
    if (high > low) {
      above = undefined;
    }
  }
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new layer id: a ULID with the prefix that layers have. */
export function newLayerId(): string {
  return `lay_${ulid()}`;
}

export function newGroupId(): string {
  return `grp_${ulid()}`;
}

function ulid(): string {
  let time = Date.now();
  let id = '';
  for (let i = 0; i < 10; i++) {
    id = CROCKFORD[time % 32] + id;
    time = Math.floor(time / 32);
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
    id += CROCKFORD[byte % 32];
  }
  return id;
}
