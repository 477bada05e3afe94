// New layers as they come out of the box: in the middle of the side, on top.

import type { Action } from './actions.js';
import type { Bench } from './bench.js';
import { between, stack, type Face, type Font, type Layer, type Layers, type CardBody } from './model.js';

type Own = Partial<Layer> & Pick<Layer, 'type' | 'name' | 'width' | 'height'>;

const FIELDS: Record<string, [string, string]> = {
  cardholder_name: ['Cardholder name', 'ALEX SAMPLE'],
  second_line: ['Second line', 'SAMPLE COMPANY'],
  pan: ['Card number', '0000 0000 0000 0000'],
  expiry: ['Valid thru', '12/30'],
  custom: ['Custom', 'Sample'],
};

/** What the Add menu offers. */
export const KINDS: [string, string][] = [
  ['text', 'Text'],
  ['image', 'Picture'],
  ['shape', 'Shape'],
  ...Object.entries(FIELDS).map(([key, [label]]): [string, string] => [key, label]),
];

/** What a word of the Add menu makes. */
export function made(kind: string, fonts: Font[]): Own {
  const type = { font: fonts[0]?.family ?? '', weight: 400, color: '#1a1a1a', align: 'left' as const };
  switch (kind) {
    case 'text':
      return { type: 'text', name: '', text: 'New text', width: 40_000, height: 6_000, ...type, size: 4_200 };
    case 'shape':
      return { type: 'shape', name: 'Rectangle', shape: 'rectangle', fill: '#c8c8c8', width: 30_000, height: 15_000 };
    default: {
      const [label, sample] = FIELDS[kind] ?? FIELDS.custom;
      return { type: 'field', name: label, key: kind, label, sample, width: 50_000, height: 5_000, ...type, size: 3_600 };
    }
  }
}

/** A picture, as large as fits the safe area. */
export function pictured(card: CardBody, asset: { digest: string; name: string; widthPx: number; heightPx: number }): Own {
  const { width, height, safeMargin } = card;
  const scale = Math.min((width - 2 * safeMargin) / asset.widthPx, (height - 2 * safeMargin) / asset.heightPx);
  return {
    type: 'image', name: asset.name, asset: asset.digest,
    width: Math.max(100, Math.round(asset.widthPx * scale)), height: Math.max(100, Math.round(asset.heightPx * scale)),
  };
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
    : KINDS.map(([kind, word]) => ({ id: `add-${kind}`, word: `Add ${word.toLowerCase()}`, section: 'Change', run: () => add(kind) }));
}
