// Opponents of Cardloom's renderer: reads "what count" a line, renders so many cards, answers the nanoseconds and the bytes of one.
// what: same or flat (resvg to pixels), same-png or flat-png (resvg to PNG), sharp-png (librsvg over pixels that are already decoded).
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const [, , modules, folder, width, height] = process.argv;
const require = createRequire(join(modules, 'package.json'));
const { Resvg } = require('@resvg/resvg-js');
const sharp = require('sharp');
sharp.concurrency(1);
sharp.cache(false);

const cards = 8;
const read = (kind) => Array.from({ length: cards }, (_, i) => readFileSync(join(folder, `${kind}-${i}.svg`), 'utf8'));
const same = read('same');
const flat = read('flat');
const over = read('over').map((svg) => Buffer.from(svg));
const ground = readFileSync(join(folder, 'ground.rgb'));
const raw = { width: Number(width), height: Number(height), channels: 3 };
const resvg = (svg) => new Resvg(svg, { fitTo: { mode: 'width', value: raw.width }, font: { loadSystemFonts: false } }).render();

const work = {
  same: (i) => resvg(same[i]).pixels.length,
  flat: (i) => resvg(flat[i]).pixels.length,
  'same-png': (i) => resvg(same[i]).asPng().length,
  'flat-png': (i) => resvg(flat[i]).asPng().length,
  'sharp-png': async (i) => (await sharp(ground, { raw }).composite([{ input: over[i] }]).png().toBuffer()).length,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [what, count] = line.split(' ');
  let bytes = 0;
  const start = process.hrtime.bigint();
  for (let i = 0; i < Number(count); i++) {
    bytes = await work[what](i % cards);
  }
  console.log(`${process.hrtime.bigint() - start} ${bytes}`);
}
