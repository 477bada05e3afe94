// New layers as they come out of the box: in the middle of the side, on top.

import type { Action } from './actions.js';
import type { Bench } from './bench.js';
import { between, stack, type CardBody, type Command, type Face, type Font, type Layer, type Layers } from './model.js';

interface Asset {
  digest: string;
  name: string;
  widthPx: number;
  heightPx: number;
}

type Own = Partial<Layer> & Pick<Layer, 'type' | 'name' | 'width' | 'height'>;

const FIELDS: Record<string, [string, string]> = {
  cardholder_name: ['Cardholder name', 'ALEX SAMPLE'],
  second_line: ['Second line', 'SAMPLE COMPANY'],
  pan: ['Card number', '0000 0000 0000 0000'],
  expiry: ['Valid thru', '12/30'],
  security_code: ['Security code', '000'],
  custom: ['Custom', 'Sample'],
};

const SHAPES: Record<string, string> = {
  rectangle: 'Rectangle', ellipse: 'Ellipse', triangle: 'Triangle', hexagon: 'Hexagon', star: 'Star', line: 'Line',
};
const CODES: Record<string, [string, string, number, number]> = {
  qr: ['QR code', 'https://example.org', 18_000, 18_000],
  data_matrix: ['Data Matrix', 'SAMPLE', 12_000, 12_000],
  code128: ['Code 128', 'SAMPLE-0001', 50_000, 12_000],
  ean13: ['EAN-13', '0000000000000', 37_300, 16_000],
};

/** What the Add menu offers, in its parts. */
export const KINDS: [string, string][][] = [
  [['text', 'Text'], ...Object.entries(FIELDS).map(([key, [label]]): [string, string] => [key, label])],
  [['image', 'Picture'], ['library', 'Picture uploaded before'], ['sketch', 'Sketch in one ink'], ['slot', 'Empty place']],
  [...Object.entries(SHAPES), ['pen', 'Path by pen'], ['doodle', 'Freehand drawing'], ['packs', 'Drawing from a pack']],
  Object.entries(CODES).map(([key, [word]]): [string, string] => [key, word]),
];

/** What a word of the Add menu makes. */
export function made(kind: string, fonts: Font[]): Own {
  const type = { font: fonts[0]?.family ?? '', weight: 400, color: '#1a1a1a', align: 'left' as const };
  if (kind === 'text') {
    return { type: 'text', name: '', text: 'New text', width: 40_000, height: 6_000, ...type, size: 4_200 };
  }
  if (kind in SHAPES) {
    const own: Own = { type: 'shape', name: SHAPES[kind], shape: kind as Layer['shape'], fill: '#c8c8c8', ...SIZES[kind] ?? { width: 16_000, height: 16_000 } };
    return kind === 'line' ? { ...own, stroke: '#1a1a1a', strokeWidth: 500 } : own;
  }
  if (kind in CODES) {
    const [name, data, width, height] = CODES[kind];
    return { type: 'code', name, symbology: kind as Layer['symbology'], data, color: '#000000', width, height };
  }
  if (kind === 'slot') {
    return { type: 'slot', name: 'Empty place', label: 'Logo of the partner', slot: 'logo', width: 30_000, height: 15_000 };
  }
  const [label, sample] = FIELDS[kind] ?? FIELDS.custom;
  return { type: 'field', name: label, key: kind, label, sample, width: 50_000, height: 5_000, ...type, size: 3_600 };
}

const SIZES: Record<string, { width: number; height: number }> = {
  rectangle: { width: 30_000, height: 15_000 },
  line: { width: 30_000, height: 1_000 },
};

/** A picture, as large as fits the safe area. */
export function pictured(card: CardBody, asset: Asset, sketch = false): Own {
  const { width, height, safeMargin } = card;
  const scale = Math.min((width - 2 * safeMargin) / asset.widthPx, (height - 2 * safeMargin) / asset.heightPx);
  return {
    ...(sketch ? { type: 'sketch', color: '#000000' } : { type: 'image' }), name: asset.name, asset: asset.digest,
    width: Math.max(100, Math.round(asset.widthPx * scale)), height: Math.max(100, Math.round(asset.heightPx * scale)),
  };
}

/** A picture in an empty place of the template: as large as fits, in its middle, instead of it; one edit. */
export function filled(place: string, slot: Layer, id: string, asset: Asset): Command {
  const scale = Math.min(slot.width / asset.widthPx, slot.height / asset.heightPx);
  const [width, height] = [Math.max(100, Math.round(asset.widthPx * scale)), Math.max(100, Math.round(asset.heightPx * scale))];
  const { label: _, ...same } = slot;
  const layer: Layer = {
    ...same, type: 'image', name: asset.name, asset: asset.digest, width, height,
    x: Math.round(slot.x + (slot.width - width) / 2), y: Math.round(slot.y + (slot.height - height) / 2),
  };
  return { op: 'all', commands: [{ op: 'remove', id: place }, { op: 'add', id, layer }] };
}

/** The whole layer, on top of its side. */
export function onTop(layers: Layers, face: Face, card: CardBody, own: Own): Layer {
  return {
    face,
    order: between(stack(layers, face).at(-1)?.[1].order ?? ''),
    x: Math.round((card.width - own.width) / 2),
    y: Math.round((card.height - own.height) / 2),
    rotation: 0,
    opacity: 1000,
    locked: false,
    hidden: false,
    ...own,
  };
}

/** What can be added, as commands of the palette. */
export function additions(bench: Bench, add: (kind: string) => void): Action[] {
  return bench.readonly
    ? []
    : KINDS.flatMap((part, i) =>
        part.map(([kind, word]): Action => ({ id: `add-${kind}`, word: `Add: ${word}`, section: 'Add', part: i, run: () => add(kind) })),
      );
}
