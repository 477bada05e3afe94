// Where a dragged box catches: the card's edges and middle, its safe area, its zones, other layers.

import type { CardBody, Face } from './model.js';

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Snapped {
  dx: number;
  dy: number;
  /** Lines to show, in micrometers from the card's left and upper edge. */
  vertical?: number;
  horizontal?: number;
}

/** Moves a rectangle by up to `reach` so that an edge or its middle lies on a line worth lying on. */
export function snap(rect: Rect, others: Rect[], card: CardBody, face: Face, reach: number): Snapped {
  return caught(
    [rect.x, rect.x + rect.width / 2, rect.x + rect.width],
    [rect.y, rect.y + rect.height / 2, rect.y + rect.height],
    others, card, face, reach,
  );
}

/** The same for those edges only that a handle pulls. */
export function snapEdges(rect: Rect, handle: string, others: Rect[], card: CardBody, face: Face, reach: number): Snapped {
  const columns = handle.includes('w') ? [rect.x] : handle.includes('e') ? [rect.x + rect.width] : [];
  const rows = handle.includes('n') ? [rect.y] : handle.includes('s') ? [rect.y + rect.height] : [];
  return caught(columns, rows, others, card, face, reach);
}

function caught(xs: number[], ys: number[], others: Rect[], card: CardBody, face: Face, reach: number): Snapped {
  const [columns, rows] = lines(others, card, face);
  const x = nearest(xs, columns, reach);
  const y = nearest(ys, rows, reach);
  return { dx: x?.by ?? 0, dy: y?.by ?? 0, vertical: x?.line, horizontal: y?.line };
}

function lines(others: Rect[], card: CardBody, face: Face): [number[], number[]] {
  const { width, height, bleed, safeMargin } = card;
  const columns = [-bleed, 0, safeMargin, width / 2, width - safeMargin, width, width + bleed];
  const rows = [-bleed, 0, safeMargin, height / 2, height - safeMargin, height, height + bleed];
  for (const box of [...card.zones.filter((zone) => zone.face === face), ...others]) {
    columns.push(box.x, box.x + box.width / 2, box.x + box.width);
    rows.push(box.y, box.y + box.height / 2, box.y + box.height);
  }
  return [columns, rows];
}

function nearest(points: number[], candidates: number[], reach: number): { by: number; line: number } | undefined {
  let best: { by: number; line: number } | undefined;
  for (const line of candidates) {
    for (const point of points) {
      const by = line - point;
      if (Math.abs(by) <= reach && (!best || Math.abs(by) < Math.abs(best.by))) {
        best = { by: Math.round(by), line };
      }
    }
  }
  return best;
}
