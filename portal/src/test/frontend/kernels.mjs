// The editor's arithmetic on random layers: order, aligning, distributing, resizing, turning, the
// clipboard and paths. Prints one line of JSON: how much was checked, and what is wrong.

import { registerHooks } from 'node:module';

registerHooks({
  resolve: (name, context, next) =>
    next(/^\.\/.*\.js$/.test(name) && context.parentURL?.endsWith('.ts') ? name.replace(/\.js$/, '.ts') : name, context),
});

const [folder, rounds, seed] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const { applied, between, stack, together } = await import(folder + '/model.ts');
const { aligned, distributed, grouped, laidAt, ordered } = await import(folder + '/arranging.ts');
const { around, bounds, resizedTurned, scaled, turned, turnedBy } = await import(folder + '/dragging.ts');
const { pasted, read, written } = await import(folder + '/clipboard.ts');
const { drawn, smooth, through } = await import(folder + '/pathing.ts');

let state = seed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const any = (list) => list[below(list.length)];

let checked = 0;
const wrong = [];
function hold(what, truth, ...facts) {
  checked++;
  if (!truth && wrong.length < 10) {
    wrong.push(`${what}: ${JSON.stringify(facts)}`);
  }
}
const near = (a, b, by = 1e-6) => Math.abs(a - b) <= by;

/** Layers of one side; some share an order, some a group. */
function layers(count) {
  let order = '';
  const all = new Map();
  for (let i = 0; i < count; i++) {
    order = random() < 0.2 && order ? order : between(order);
    all.set(`lay_${String(i).padStart(2, '0')}`, {
      type: 'shape', shape: 'rectangle', fill: '#000000', face: 'front', order, name: `n${i}`, opacity: 1000, locked: false, hidden: false,
      x: below(80_000), y: below(50_000), width: 500 + below(30_000), height: 500 + below(30_000), rotation: random() < 0.5 ? 0 : below(360_000),
    });
  }
  return all;
}
const names = (all) => stack(all, 'front').map(([id]) => id);
const done = (all, commands) => (commands.length ? applied(all, together(commands)) : all);

function orders() {
  const all = layers(2 + below(9));
  const ids = names(all);
  const moved = new Set(ids.filter(() => random() < 0.4));
  const staying = ids.filter((id) => !moved.has(id));
  const at = below(staying.length + 1) - 1;
  const wanted = [...staying.slice(0, at + 1), ...ids.filter((id) => moved.has(id)), ...staying.slice(at + 1)];
  const after = done(all, laidAt(all, 'front', moved, at));
  hold('layers lie where they were laid', names(after).join() === wanted.join(), ids, [...moved], at, names(after));
  hold('orders are short', [...after.values()].every((one) => /^[0-9A-Za-z]{1,64}$/.test(one.order)));
  const front = done(all, ordered(all, 'front', moved, 'front'));
  hold('to the front', moved.size === 0 || moved.has(names(front).at(-1)));
  const together = done(all, grouped(all, 'front', new Set(ids.slice(0, 2).concat(ids.at(-1)))));
  const places = names(together).map((id, i) => (together.get(id).group ? i : -1)).filter((i) => i >= 0);
  hold('a group lies together', places.at(-1) - places[0] === places.length - 1, places);
}

/** The same place asked for again and again uses up its room; then the side is numbered anew. */
function narrow() {
  let all = layers(3);
  for (let i = 0; i < 400; i++) {
    const ids = names(all);
    all = done(all, laidAt(all, 'front', new Set([i % 2 ? ids[0] : ids[2]]), 0));
  }
  hold('orders stay short', [...all.values()].every((one) => one.order.length <= 64));
}

function arranged() {
  const all = layers(3 + below(5));
  const chosen = [...all];
  const boxes = (some) => chosen.map(([id]) => bounds(some.get(id)));
  const left = done(all, aligned(chosen, 'left', {}));
  const edge = around(boxes(all)).x;
  hold('left edges meet', boxes(left).every((box) => near(box.x, edge, 1)), boxes(left).map((box) => box.x), edge);
  const middle = done(all, aligned(chosen.slice(0, 1), 'middle', { x: 0, y: 0, width: 85_600, height: 53_980 }));
  const one = bounds(middle.get(chosen[0][0]));
  hold('one lies in the middle of the card', near(one.y + one.height / 2, 26_990, 1));
  const row = chosen.map(([id, layer], i) => [id, { ...layer, x: i * 9_000 + below(5_000), width: 500 + below(3_000), rotation: 0 }]);
  const apart = [...done(new Map(row), distributed(row, true)).values()];
  const gaps = apart.slice(1).map((box, i) => box.x - apart[i].x - apart[i].width);
  hold('gaps are the same', gaps.every((gap) => near(gap, gaps[0], 2)), gaps);
  hold('the outer two stay', apart[0].x === row[0][1].x && apart.at(-1).x === row.at(-1)[1].x);
}

function corner(box, fx, fy) {
  const [dx, dy] = turnedBy((fx - 0.5) * box.width, (fy - 0.5) * box.height, box.rotation);
  return [box.x + box.width / 2 + dx, box.y + box.height / 2 + dy];
}

function resizedBoxes() {
  const box = any([...layers(1).values()]);
  const pull = [below(20_000) - 10_000, below(20_000) - 10_000];
  const after = resizedTurned(box, 'se', ...pull, random() < 0.5, false);
  const [a, b] = [corner(box, 0, 0), corner(after, 0, 0)];
  hold('the other corner stays', near(a[0], b[0], 0.01) && near(a[1], b[1], 0.01), a, b);
  const same = resizedTurned(box, 'ne', ...pull, true, true);
  hold('the shape is kept', near(same.width / same.height, box.width / box.height, 1e-3) || same.width <= 500 || same.height <= 500);
  hold('the middle stays', near(corner(same, 0.5, 0.5)[0], corner(box, 0.5, 0.5)[0], 0.01));
  const from = { x: 0, y: 0, width: 100_000, height: 80_000 };
  const grown = scaled({ ...box, rotation: 0 }, from, { x: 10, y: 20, width: 200_000, height: 160_000 });
  hold('several grow together', near(grown.width, box.width * 2) && near(grown.x, 10 + box.x * 2) && near(grown.y, 20 + box.y * 2));
  const round = turned(turned(box, 5_000, 9_000, 123_456), 5_000, 9_000, -123_456);
  hold('turned back it is where it was', near(round.x, box.x, 0.01) && near(round.y, box.y, 0.01) && round.rotation === box.rotation);
}

function clipped() {
  const all = layers(1 + below(4));
  const chosen = [...all].map(([id, layer], i) => [id, { ...layer, mandatory: true, ...(i < 2 && { group: 'grp_A' }) }]);
  const back = read(written(chosen));
  hold('what was copied comes back', JSON.stringify(back) === JSON.stringify(chosen.map(([, layer]) => layer)));
  const added = pasted(all, 'back', back, 100, false);
  hold('ids are new', added.every((one) => /^lay_[0-9A-HJKMNP-TV-Z]{26}$/.test(one.id) && !all.has(one.id)));
  hold('groups are new and the same for all', added.slice(0, 2).every((one) => /^grp_[0-9A-HJKMNP-TV-Z]{26}$/.test(one.layer.group) && one.layer.group === added[0].layer.group));
  hold('a partner requires nothing', added.every((one) => one.layer.mandatory === undefined && one.layer.face === 'back'));
}

function hostile() {
  const layer = [...layers(1).values()][0];
  const form = (some) => JSON.stringify({ form: 'cardloom/layers', layers: some });
  const bad = [
    '', 'null', '[]', '{}', 'plain words', '{"form":"cardloom/layers"}', form([]), form({}), form([null]), form(['x']), form([{ ...layer, x: '1' }]),
    form([{ ...layer, x: 1.5 }]), form([{ ...layer, d: { toString: 1 } }]), form([{ ...layer, name: ['x'] }]), form([{ ...layer, locked: 0 }]),
    form(Array.from({ length: 501 }, () => layer)), JSON.stringify({ form: 'other', layers: [layer] }), form([{ ...layer, width: 1e300 }]),
  ];
  bad.forEach((text) => hold('what is no layer is refused', read(text) === undefined, text.slice(0, 80)));
}

function paths() {
  const corners = Array.from({ length: 2 + below(6) }, () => ({
    at: [below(80_000), below(50_000)], ...(random() < 0.5 && { hand: [below(80_000), below(50_000)] }),
  }));
  const d = through(corners, random() < 0.5);
  const form = drawn(d);
  const numbers = (text) => text.match(/-?\d+/g).map(Number);
  hold('only what the server reads', /^M(?:[MLQCZ]|[ ]?-?\d{1,7})*$/.test(form.d), form.d.slice(0, 60));
  hold('a path keeps its form', numbers(form.d).every((n, i) => n + (i % 2 ? form.y : form.x) === numbers(d)[i]));
  hold('it lies within its box', numbers(form.d).every((n, i) => n >= 0 && n <= (i % 2 ? form.viewHeight : form.viewWidth)));
  const long = smooth(Array.from({ length: 2_000 }, () => [below(80_000), below(50_000)]));
  hold('what is too long is refused', drawn(long) === undefined);
}

for (let i = 0; i < rounds; i++) {
  orders();
  arranged();
  resizedBoxes();
  clipped();
  if (i % 50 === 0) {
    paths();
  }
}
narrow();
hostile();
console.log(JSON.stringify({ checked, wrong }));
