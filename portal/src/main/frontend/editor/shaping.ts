// Texts and codes as they print: the server's outlines, asked for after each change of their look.

import type { Layer, Layers } from './model.js';
import type { Outline } from './scene.js';

const SHAPED = new Set(['text', 'field', 'code']);
const LOOK = ['text', 'sample', 'font', 'weight', 'size', 'align', 'width', 'height', 'tracking', 'shrink', 'arc', 'symbology', 'data', 'level'] as const;

export class Shaping {
  readonly outlines = new Map<string, Outline>();
  private readonly looks = new Map<string, string>();

  constructor(private readonly server: (layers: string) => Promise<string>) {}

  /** Asks for the outlines of those whose look changed; a mere move shifts what is there. */
  async refresh(layers: Layers): Promise<boolean> {
    const wanted: Record<string, Layer> = {};
    for (const [id, layer] of layers) {
      if (SHAPED.has(layer.type)) {
        const look = JSON.stringify(LOOK.map((name) => layer[name]));
        if (this.looks.get(id) !== look) {
          this.looks.set(id, look);
          this.outlines.delete(id);
          wanted[id] = layer;
        }
      }
    }
    if (!Object.keys(wanted).length) {
      return false;
    }
    const paths = JSON.parse(await this.server(JSON.stringify(wanted))) as Record<string, string>;
    for (const [id, path] of Object.entries(paths)) {
      this.outlines.set(id, { path, x: wanted[id].x, y: wanted[id].y });
    }
    return true;
  }

  /** The outlines but of those whose words are being typed: these show as the browser's text. */
  but(typed: Iterable<string>): ReadonlyMap<string, Outline> {
    const shown = new Map(this.outlines);
    for (const id of typed) {
      shown.delete(id);
    }
    return shown;
  }
}
