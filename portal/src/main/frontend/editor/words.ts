// How values and things are written for the reader.

import type { Layer } from './model.js';

/** Micrometers as millimeters in the reader's own way of writing numbers. */
export function millimeters(micrometers: number, digits = 2): string {
  return (micrometers / 1000).toLocaleString(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

const ZONES: Record<string, string> = {
  chip: 'Chip',
  stripe: 'Magnetic stripe',
  signature: 'Signature panel',
  hologram: 'Hologram',
  contactless_mark: 'Contactless mark',
  network_mark: 'Network mark',
  pan_line: 'Card number line',
  name_line: 'Name line',
  code_line: 'Security code line',
};

export function zoneWord(kind: string): string {
  return ZONES[kind] ?? kind;
}

const TYPES: Record<Layer['type'], string> = {
  text: 'Text',
  field: 'Field',
  image: 'Picture',
  shape: 'Shape',
  path: 'Drawing',
  code: 'Code',
  sketch: 'Sketch',
  slot: 'Slot',
};

export function typeWord(layer: Layer): string {
  return TYPES[layer.type];
}

/** What people call the layer. */
export function layerName(layer: Layer): string {
  return layer.name || layer.text || layer.label || layer.data || typeWord(layer);
}

/** The layer in words, with what it says on the card. */
export function layerWord(layer: Layer): string {
  const name = layer.name || layer.text || layer.label || layer.data || 'no name';
  const says = layer.text ?? layer.sample ?? '';
  return `${typeWord(layer)}: ${name}${says && says !== name ? `, ${says}` : ''}`;
}
