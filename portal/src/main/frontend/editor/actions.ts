// Everything the editor can be told to do: its words, its keys, and when it can be done.
// The menus, the palette, the keys and the help sheet all read this one table.

import { chosen, free, type Bench } from './bench.js';
import { offered } from './features.js';
import * as operations from './operations.js';

export interface Action {
  id: string;
  word: string;
  section: Section;
  /** What belongs together within a section. */
  part?: number;
  /** Chords as `chord` writes them; the first is shown. */
  keys?: string[];
  /** Whether it is offered where something is pressed: in the menu of the card. */
  menu?: boolean;
  can?(bench: Bench): boolean;
  on?(bench: Bench): boolean;
  run(bench: Bench): void;
}

export type Section = 'Add' | 'Select' | 'Change' | 'Move and size' | 'Arrange' | 'View';

const some = (bench: Bench) => free(bench).length > 0;
const several = (bench: Bench) => free(bench).length > 1;
const may = (bench: Bench) => !bench.readonly;

const CHANGE: Action[] = [
  { id: 'undo', word: 'Undo', section: 'Change', keys: ['Mod+z'], can: may, run: (b) => b.undo() },
  { id: 'redo', word: 'Redo', section: 'Change', keys: ['Mod+Shift+z', 'Mod+y'], can: may, run: (b) => b.redo() },
  { id: 'cut', word: 'Cut', section: 'Change', keys: ['Mod+x'], menu: true, can: some, run: (b) => void operations.cut(b) },
  { id: 'copy', word: 'Copy', section: 'Change', keys: ['Mod+c'], menu: true, can: (b) => chosen(b).length > 0, run: (b) => void operations.copy(b) },
  { id: 'paste', word: 'Paste', section: 'Change', keys: ['Mod+v'], menu: true, can: may, run: (b) => void operations.paste(b) },
  { id: 'duplicate', word: 'Duplicate', section: 'Change', keys: ['Mod+d'], menu: true, can: (b) => may(b) && chosen(b).length > 0, run: operations.duplicate },
  { id: 'delete', word: 'Delete', section: 'Change', keys: ['Delete', 'Backspace'], menu: true, can: some, run: operations.remove },
  { id: 'rename', word: 'Rename', section: 'Change', keys: ['F2'], menu: true, can: some, run: (b) => b.rename(free(b)[0][0]) },
  { id: 'looks', word: 'Choose a look for the picture', section: 'Change', keys: ['Shift+l'], menu: true, can: (b) => free(b).some(([, layer]) => layer.type === 'image'), run: (b) => b.shelf('looks') },
  { id: 'words', word: 'Edit the words', section: 'Change', keys: ['Enter'], can: some, run: (b) => b.editWords() },
];

const DRAW: Action[] = [
  { id: 'doodle', word: 'Draw freehand', section: 'Change', keys: ['Shift+d'], can: may, run: (b) => b.drawing.start('doodle') },
  { id: 'pen', word: 'Draw a path by pen', section: 'Change', keys: ['Shift+b'], can: may, run: (b) => b.drawing.start('pen') },
];

const SELECT: Action[] = [
  { id: 'all', word: 'Select all of this side', section: 'Select', keys: ['Mod+a'], menu: true, run: operations.selectAll },
  { id: 'none', word: 'Select nothing', section: 'Select', keys: ['Escape'], run: (b) => b.select([]) },
  { id: 'next', word: 'Select the next above', section: 'Select', keys: ['.'], run: (b) => operations.selectNext(b, 1) },
  { id: 'before', word: 'Select the next below', section: 'Select', keys: [','], run: (b) => operations.selectNext(b, -1) },
  {
    id: 'several', word: 'Select several by touch', section: 'Select', keys: ['Shift+m'],
    on: (b) => b.several, run: (b) => { b.several = !b.several; b.requestUpdate(); },
  },
];

const STEPS: [string, string, number, number][] = [
  ['left', 'ArrowLeft', -1, 0], ['right', 'ArrowRight', 1, 0], ['up', 'ArrowUp', 0, -1], ['down', 'ArrowDown', 0, 1],
];
const SIZES = ['narrower', 'wider', 'lower', 'higher'];

const MOVE: Action[] = [
  ...STEPS.flatMap(([word, key, x, y]): Action[] => [
    { id: `move-${word}`, word: `Move ${word} 0.1 mm`, section: 'Move and size', keys: [key], can: some, run: (b) => operations.nudge(b, x * 100, y * 100) },
    { id: `move-${word}-far`, word: `Move ${word} 1 mm`, section: 'Move and size', keys: [`Shift+${key}`], can: some, run: (b) => operations.nudge(b, x * 1_000, y * 1_000) },
  ]),
  ...STEPS.flatMap(([, key, x, y], i): Action[] => [
    { id: `size-${i}`, word: `Make ${SIZES[i]} by 0.1 mm`, section: 'Move and size', keys: [`Alt+${key}`], can: some, run: (b) => operations.grow(b, x * 100, y * 100) },
    { id: `size-${i}-far`, word: `Make ${SIZES[i]} by 1 mm`, section: 'Move and size', keys: [`Alt+Shift+${key}`], can: some, run: (b) => operations.grow(b, x * 1_000, y * 1_000) },
  ]),
  ...([['[', 'left', -1], [']', 'right', 1]] as const).flatMap(([key, way, by]): Action[] => [
    { id: `rotate-${way}`, word: `Rotate ${way} by 1°`, section: 'Move and size', keys: [`Mod+${key}`], can: some, run: (b) => operations.rotate(b, by * 1_000) },
    { id: `rotate-${way}-far`, word: `Rotate ${way} by 15°`, section: 'Move and size', keys: [`Mod+Shift+${key}`], can: some, run: (b) => operations.rotate(b, by * 15_000) },
  ]),
];

const ARRANGE: Action[] = [
  { id: 'group', word: 'Group', section: 'Arrange', keys: ['Mod+g'], menu: true, can: several, run: operations.group },
  { id: 'ungroup', word: 'Ungroup', section: 'Arrange', keys: ['Mod+Shift+g'], menu: true, can: (b) => free(b).some(([, layer]) => layer.group), run: operations.ungroup },
  { id: 'lock', word: 'Lock or unlock', section: 'Arrange', keys: ['Mod+Shift+l'], menu: true, can: (b) => may(b) && chosen(b).length > 0, run: operations.lock },
  { id: 'hide', word: 'Hide or show', section: 'Arrange', keys: ['Mod+Shift+h'], menu: true, can: some, run: operations.hide },
  { id: 'front', word: 'Bring to the front', section: 'Arrange', keys: ['Home'], menu: true, can: some, run: (b) => operations.order(b, 'front') },
  { id: 'forward', word: 'Bring forward', section: 'Arrange', keys: ['PageUp'], menu: true, can: some, run: (b) => operations.order(b, 'forward') },
  { id: 'backward', word: 'Send backward', section: 'Arrange', keys: ['PageDown'], menu: true, can: some, run: (b) => operations.order(b, 'backward') },
  { id: 'back', word: 'Send to the back', section: 'Arrange', keys: ['End'], menu: true, can: some, run: (b) => operations.order(b, 'back') },
  ...([['left', 'Align left', 'a'], ['center', 'Align centers', 'h'], ['right', 'Align right', 'd'], ['top', 'Align top', 'w'], ['middle', 'Align middles', 'v'], ['bottom', 'Align bottom', 's']] as const).map(
    ([edge, word, key]): Action => ({ id: `align-${edge}`, word, section: 'Arrange', keys: [`Alt+${key}`], can: some, run: (b) => operations.align(b, edge) }),
  ),
  { id: 'distribute-across', word: 'Distribute across', section: 'Arrange', keys: ['Alt+Shift+h'], can: (b) => free(b).length > 2, run: (b) => operations.distribute(b, true) },
  { id: 'distribute-down', word: 'Distribute down', section: 'Arrange', keys: ['Alt+Shift+v'], can: (b) => free(b).length > 2, run: (b) => operations.distribute(b, false) },
];

const seen = (how: (bench: Bench) => void) => (bench: Bench) => {
  how(bench);
  bench.requestUpdate();
};
const show = (overlay: 'palette' | 'help' | 'preview') => seen((b) => (b.overlay = overlay));

const VIEW: Action[] = [
  { id: 'zoom-in', word: 'Zoom in', section: 'View', keys: ['+', '=', 'Mod+=', 'Mod++'], run: seen((b) => b.view.zoomBy(1.25)) },
  { id: 'zoom-out', word: 'Zoom out', section: 'View', keys: ['-', 'Mod+-'], run: seen((b) => b.view.zoomBy(0.8)) },
  { id: 'fit', word: 'Fit the card', section: 'View', keys: ['Shift+1'], menu: true, run: seen((b) => b.view.fit(b.card)) },
  { id: 'zoom-selection', word: 'Fit the selected', section: 'View', keys: ['Shift+2'], can: (b) => b.selection.size > 0, run: operations.zoomToSelection },
  { id: 'true-size', word: 'True size (100 %)', section: 'View', keys: ['Shift+0', 'Mod+0'], run: seen((b) => b.view.trueSize()) },
  ...STEPS.map(([word, key, x, y]): Action => ({ id: `pan-${word}`, word: `Look further ${word}`, section: 'View', keys: [`Mod+${key}`], run: seen((b) => b.view.pan(-x * 60, -y * 60)) })),
  { id: 'turn', word: 'Turn to the other side', section: 'View', keys: ['Shift+f'], menu: true, run: (b) => b.turn(b.face === 'front' ? 'back' : 'front') },
  { id: 'guides', word: 'Guides', section: 'View', keys: ['Shift+g'], on: (b) => b.guides, run: seen((b) => (b.guides = !b.guides)) },
  { id: 'snapping', word: 'Snap while dragging', section: 'View', keys: ['Shift+s'], on: (b) => b.snapping, run: seen((b) => (b.snapping = !b.snapping)) },
  ...([['all', 'Show the color picture'], ['black', 'Show the black plate'], ['white', 'Show the white plate'], ['uv', 'Show the UV plate']] as const).map(
    ([plate, word]): Action => ({ id: `plate-${plate}`, word, section: 'View', on: (b) => b.plate === plate, run: seen((b) => (b.plate = plate)) }),
  ),
  { id: 'preview', word: 'Card in the hand', section: 'View', keys: ['Shift+p'], run: show('preview') },
  { id: 'palette', word: 'All commands', section: 'View', keys: ['Mod+k'], run: show('palette') },
  { id: 'help', word: 'Keys and hands', section: 'View', keys: ['?'], run: show('help') },
];

export const ACTIONS: readonly Action[] = [...SELECT, ...CHANGE, ...DRAW, ...MOVE, ...ARRANGE, ...VIEW];

export function action(id: string): Action {
  return ACTIONS.find((one) => one.id === id)!;
}

export function possible(one: Action, bench: Bench): boolean {
  return offered(bench.features, one.id) && (one.can?.(bench) ?? true);
}

const BRACKETS: Record<string, string> = { BracketLeft: '[', BracketRight: ']' };

/** What was pressed, as the table writes it: `Mod+Shift+z`, `Alt+ArrowLeft`, `?`. */
export function chord(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey;
  const letter = /^Key(.)$/.exec(event.code)?.[1].toLowerCase();
  const digit = /^Digit(.)$/.exec(event.code)?.[1];
  const bracket = mod ? BRACKETS[event.code] : undefined;
  const key = (event.altKey && letter) || (event.shiftKey && !mod && digit) || bracket || (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const sign = key.length === 1 && !/[a-z0-9[\]]/.test(key);
  return [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && !sign && 'Shift', key].filter(Boolean).join('+');
}

/** The action of a pressed chord, when it can be done now. */
export function pressed(event: KeyboardEvent, bench: Bench): Action | undefined {
  const keys = chord(event);
  return ACTIONS.find((one) => one.keys?.includes(keys) && possible(one, bench));
}

const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);
const SIGNS: Record<string, string> = {
  Mod: APPLE ? '⌘' : 'Ctrl', Alt: APPLE ? '⌥' : 'Alt', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓',
  PageUp: 'Page ↑', PageDown: 'Page ↓', Escape: 'Esc',
};

/** A chord for the reader: `Ctrl Shift Z`. */
export function shown(keys: string): string {
  return keys
    .split(/\+(?=.)/)
    .map((key) => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
}
