// The design document as the browser holds it: plain data, lengths in whole micrometers.

export type Face = 'front' | 'back';

export interface Layer {
  type: 'text' | 'image' | 'shape' | 'field';
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
  text?: string;
  label?: string;
  sample?: string;
  key?: string;
  font?: string;
  weight?: number;
  size?: number;
  color?: string;
  align?: 'left' | 'center' | 'right';
  asset?: string;
  shape?: 'rectangle' | 'ellipse';
  fill?: string;
}

export type Value = string | number | boolean;
export type Changes = Partial<Record<keyof Layer, Value>>;
export type Layers = ReadonlyMap<string, Layer>;

export type Command =
  | { op: 'add'; id: string; layer: Layer }
  | { op: 'set'; id: string; changes: Changes }
  | { op: 'remove'; id: string };

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
}

/** The layers after one command; a command about a layer that is gone changes nothing. */
export function applied(layers: Layers, command: Command): Layers {
  const next = new Map(layers);
  if (command.op === 'add') {
    next.set(command.id, command.layer);
  } else if (command.op === 'remove') {
    next.delete(command.id);
  } else {
    const layer = next.get(command.id);
    if (layer) {
      next.set(command.id, { ...layer, ...command.changes } as Layer);
    }
  }
  return next;
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
  let time = Date.now();
  let id = '';
  for (let i = 0; i < 10; i++) {
    id = CROCKFORD[time % 32] + id;
    time = Math.floor(time / 32);
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
    id += CROCKFORD[byte % 32];
  }
  return `lay_${id}`;
}

/** Micrometers as millimeters in the reader's own way of writing numbers. */
export function millimeters(micrometers: number, digits = 2): string {
  return (micrometers / 1000).toLocaleString(undefined, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

const WORDS: Record<string, string> = {
  chip: 'Chip',
  stripe: 'Magnetic stripe',
  signature: 'Signature panel',
  hologram: 'Hologram',
  contactless_mark: 'Contactless mark',
  network_mark: 'Network mark',
  pan_line: 'Card number line',
  name_line: 'Name line',
};

export function zoneWord(kind: string): string {
  return WORDS[kind] ?? kind;
}
