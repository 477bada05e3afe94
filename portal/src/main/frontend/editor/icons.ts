// Small drawings for buttons, on a field of 16 by 16; a word always stands beside them or in the label.

import { html, svg, type TemplateResult } from 'lit';

const PATHS: Record<string, string> = {
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7',
  redo: 'm10 3 3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H9',
  add: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  closed: 'M2 6.5C3.5 9 5.5 10.5 8 10.5S12.5 9 14 6.5M4 9l-1.5 2M8 10.5V13M12 9l1.5 2',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  open: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 4.9-.7',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  card: 'M1.5 4h13v8.5h-13zM1.5 7h13',
  text: 'M3 4V3h10v1M8 3v10M6 13h4',
  field: 'M2 5V4h12v1M2 11v1h12v-1M8 4v8',
  image: 'M2 3h12v10H2zM2 11l3.5-4 3 3 2-2L14 11',
  shape: 'M2.5 2.5h7v7h-7zM14 10.5a3.5 3.5 0 1 1-7 0',
  path: 'M2 13c1-6 4-2 5-5s3-6 7-5',
  code: 'M2 2h4v4H2zM10 2h4v4h-4zM2 10h4v4H2zM10 10h1.5v1.5M14 14v-2M10 14h2',
  sketch: 'm3 13 1-3.5L11.5 2 14 4.5 6.5 12zM2 15h12',
  slot: 'M2 5V3h2M7 3h2M12 3h2v2M14 8v1M14 11v2h-2M9 13H7M4 13H2v-2M2 9V8',
  group: 'M2 4h4l1.5 2H14v7H2z',
  palette: 'M5.5 5.5h5v5h-5zM5.5 5.5V4A1.5 1.5 0 1 0 4 5.5zM10.5 5.5H12A1.5 1.5 0 1 0 10.5 4zM10.5 10.5V12A1.5 1.5 0 1 0 12 10.5zM5.5 10.5H4A1.5 1.5 0 1 0 5.5 12z',
  help: 'M6 6a2 2 0 1 1 2.8 1.8C8.2 8.1 8 8.5 8 9.200M8 12h.01',
  guides: 'M5 1.5v13M1.5 5h13M11 1.5v13M1.5 11h13',
  several: 'M2 2h6v6H2zM11 6.5h2.5v7h-7V11',
  'align-left': 'M2.5 1.5v13M5 4h8v2.5H5zM5 9.5h5V12H5z',
  'align-center': 'M8 1.5v13M3.5 4h9v2.5h-9zM5 9.5h6V12H5z',
  'align-right': 'M13.5 1.5v13M3 4h8v2.5H3zM6 9.5h5V12H6z',
  'align-top': 'M1.5 2.5h13M4 5h2.5v8H4zM9.5 5H12v5H9.5z',
  'align-middle': 'M1.5 8h13M4 3.5h2.5v9H4zM9.5 5H12v6H9.5z',
  'align-bottom': 'M1.5 13.5h13M4 3h2.5v8H4zM9.5 6H12v5H9.5z',
  'distribute-across': 'M2 2v12M14 2v12M6.5 4h3v8h-3z',
  'distribute-down': 'M2 2h12M2 14h12M4 6.5h8v3H4z',
  front: 'M4 8l4-4 4 4M8 4v10M3 2h10',
  forward: 'M4 7l4-4 4 4M8 3v10',
  backward: 'm4 9 4 4 4-4M8 3v10',
  back: 'm4 8 4 4 4-4M8 2v10M3 14h10',
  duplicate: 'M5 5h9v9H5zM3 11H2V2h9v1',
  delete: 'M2.5 4h11M6 4V2h4v2M4 4l.7 10h6.6L12 4M6.5 7v4.5M9.5 7v4.5',
};

export function icon(name: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${PATHS[name] ?? PATHS.more} />`}</svg>`;
}
