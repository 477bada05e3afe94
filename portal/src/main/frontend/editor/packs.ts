// Packs: drawings that are put on the card as paths, and looks for the pictures that are selected.

import { html, nothing, svg, type TemplateResult } from 'lit';
import { chosen, free } from './bench.js';
import { pictured } from './drawn.js';
import { between, newGroupId, newLayerId, stack, together, type CardBody, type Face, type Layer, type Layers, type One } from './model.js';
import { change } from './operations.js';
import type { Keeper } from './shelves.js';

interface Head {
  id: string;
  name: string;
  kind: 'doodles' | 'filters';
}

interface Stroke {
  d: string;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
}

export interface Drawing {
  label: string;
  viewWidth: number;
  viewHeight: number;
  recolorable: boolean;
  paths: Stroke[];
}

type Look = Pick<Layer, 'brightness' | 'contrast' | 'saturation' | 'tone' | 'toneDark' | 'toneLight' | 'blur'>;

interface Pack {
  drawings?: Drawing[];
  presets?: (Look & { label: string })[];
}

/** The picture as it is. */
const PLAIN: Look = { brightness: 0, contrast: 0, saturation: 0, tone: 'color', toneDark: '#000000', toneLight: '#ffffff', blur: 0 };

/** How far a hand moves until it carries a drawing, in pixels. */
const FAR = 8;

/** A drawing as layers over each other, grouped where they are several; as large as it is, or as the safe area. */
export function placed(layers: Layers, face: Face, card: CardBody, drawing: Drawing, ink: string, at?: [number, number]): One[] {
  const { viewWidth, viewHeight } = drawing;
  const scale = Math.min(1, (card.width - 2 * card.safeMargin) / viewWidth, (card.height - 2 * card.safeMargin) / viewHeight);
  const [width, height] = [viewWidth, viewHeight].map((side) => Math.max(100, Math.round(side * scale)));
  const [x, y] = at ?? [card.width / 2, card.height / 2];
  const group = drawing.paths.length > 1 ? newGroupId() : undefined;
  let order = stack(layers, face).at(-1)?.[1].order ?? '';
  return drawing.paths.map((path, i): One => {
    order = between(order);
    const own = drawing.recolorable ? ink : undefined;
    const fill: Partial<Layer> = path.fill ? { fill: own ?? path.fill } : { fill: '#000000', fillKind: 'none' };
    const line: Partial<Layer> = path.stroke ? { stroke: own ?? path.stroke, strokeWidth: Math.max(1, Math.round(path.strokeWidth! * scale)) } : {};
    return {
      op: 'add',
      id: newLayerId(),
      layer: {
        type: 'path', face, order, name: group ? `${drawing.label} ${i + 1}` : drawing.label,
        x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height,
        rotation: 0, opacity: 1000, locked: false, hidden: false,
        d: path.d, viewWidth, viewHeight, ...fill, ...line, ...(group ? { group } : {}),
      },
    };
  });
}

export class PackShelf {
  private heads?: Head[];
  private readonly packs = new Map<string, Pack>();
  /** The pack that is looked at, by kind. */
  private readonly at: Partial<Record<Head['kind'], string>> = {};
  /** Whether a hand carries a drawing. */
  private carried = false;

  constructor(private readonly keeper: Keeper) {}

  /** Reads which packs the product has now. */
  async read(): Promise<void> {
    const answer = JSON.parse(await this.keeper.$server.packs()) as { packs?: Head[]; message?: string };
    this.heads = answer.packs ?? [];
    if (answer.message) {
      this.keeper.say(answer.message);
    }
    for (const kind of ['doodles', 'filters'] as const) {
      const some = this.heads.filter((one) => one.kind === kind);
      if (!some.some((one) => one.id === this.at[kind])) {
        this.at[kind] = some[0]?.id;
      }
    }
    await Promise.all(Object.values(this.at).map((id) => this.fetch(id)));
  }

  private async fetch(id?: string): Promise<void> {
    if (id && !this.packs.has(id)) {
      const answer = JSON.parse(await this.keeper.$server.pack(id)) as Pack & { message?: string };
      if (answer.message) {
        this.keeper.say(answer.message);
      } else {
        this.packs.set(id, answer);
      }
      this.keeper.requestUpdate();
    }
  }

  template(shelf: 'drawings' | 'looks', close: () => void): TemplateResult {
    const kind = shelf === 'drawings' ? 'doodles' : 'filters';
    const heads = this.heads?.filter((one) => one.kind === kind);
    if (!heads) {
      return html`<p class="quiet">Looking…</p>`;
    }
    if (!heads.length) {
      return html`<p class="quiet">No pack is on for this product. An administrator of the issuer switches packs on.</p>`;
    }
    const pack = this.packs.get(this.at[kind] ?? '');
    return html`<div class="library packs">
      ${heads.length > 1 || kind === 'doodles'
        ? html`<div class="pack-bar">
            <label>Pack<select @change=${(e: Event) => this.choose(kind, (e.target as HTMLSelectElement).value)}>
              ${heads.map((one) => html`<option value=${one.id} ?selected=${one.id === this.at[kind]}>${one.name}</option>`)}
            </select></label>
            ${kind === 'doodles' ? this.ink() : nothing}
          </div>`
        : nothing}
      ${pack?.drawings ? this.drawings(pack.drawings, close) : pack?.presets ? this.looks(pack.presets) : html`<p class="quiet">Looking…</p>`}
    </div>`;
  }

  private choose(kind: Head['kind'], id: string): void {
    this.at[kind] = id;
    void this.fetch(id);
    this.keeper.requestUpdate();
  }

  private ink(): TemplateResult {
    const { drawing } = this.keeper;
    return html`<label class="pack-ink">Color<input type="color" .value=${drawing.color} @input=${(e: Event) => {
      drawing.color = (e.target as HTMLInputElement).value;
      this.keeper.requestUpdate();
    }} /></label>`;
  }

  private drawings(all: Drawing[], close: () => void): TemplateResult {
    return html`<ul>
      ${all.map(
        (one) => html`<li><button ?disabled=${this.keeper.readonly} title="Click, or drag it onto the card"
          @click=${() => { if (!this.carried) { this.put(one); close(); } }}
          @pointerdown=${(e: PointerEvent) => this.lift(e, one, close)}>
          ${drawingOf(one, this.keeper.drawing.color)}<span>${one.label}</span></button></li>`,
      )}
    </ul>`;
  }

  private put(drawing: Drawing, at?: [number, number]): void {
    const { keeper } = this;
    const commands = placed(keeper.layers, keeper.face, keeper.card, drawing, keeper.drawing.color, at);
    keeper.do(together(commands));
    keeper.select(commands.map((one) => one.id));
  }

  /** A mouse or a pen carries a drawing onto the card; a finger scrolls, and taps. */
  private lift(event: PointerEvent, drawing: Drawing, close: () => void): void {
    if (event.button !== 0 || event.pointerType === 'touch' || this.keeper.readonly) {
      return;
    }
    const ghost = document.createElement('div');
    const picture = (event.currentTarget as Element).querySelector('svg')!.cloneNode(true) as SVGElement;
    const from = [event.clientX, event.clientY];
    this.carried = false;
    const move = (e: PointerEvent) => {
      if (!this.carried && Math.hypot(e.clientX - from[0], e.clientY - from[1]) > FAR) {
        this.carried = true;
        ghost.style.cssText = 'position:fixed;z-index:2000;width:7rem;translate:-50% -50%;pointer-events:none;opacity:.85';
        ghost.append(picture);
        document.body.append(ghost);
        close();
      }
      ghost.style.left = `${e.clientX}px`;
      ghost.style.top = `${e.clientY}px`;
    };
    const end = (e: PointerEvent) => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      ghost.remove();
      const at = this.carried && e.type === 'pointerup' ? this.keeper.onBench(e) : undefined;
      if (at) {
        this.put(drawing, at);
      }
      // The click that follows is no click on a drawing.
      setTimeout(() => (this.carried = false));
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  }

  private get pictures(): [string, Layer][] {
    return free(this.keeper).filter(([, layer]) => layer.type === 'image');
  }

  private looks(presets: (Look & { label: string })[]): TemplateResult {
    const { pictures, keeper } = this;
    if (!pictures.length) {
      const held = chosen(keeper).some(([, layer]) => layer.type === 'image');
      return html`<p class="quiet">${held ? 'This picture is locked. Unlock it first.' : 'Select a picture on the card, then choose how it looks.'}</p>`;
    }
    const [[, layer]] = pictures;
    return html`<ul>
      ${[{ label: 'As it is', ...PLAIN }, ...presets].map(({ label, ...look }, i) => {
        const on = Object.entries(look).every(([name, value]) => (layer[name as keyof Look] ?? PLAIN[name as keyof Look]) === value);
        return html`<li><button aria-pressed=${on} data-look=${label} @click=${() => change(keeper, this.pictures, () => look)}>
          ${this.thumbnail(`look-${i}`, { ...layer, ...look })}<span>${label}</span></button></li>`;
      })}
    </ul>`;
  }

  /** The person's own picture in this look. */
  private thumbnail(name: string, layer: Layer): TemplateResult {
    const { x, y, width, height } = layer;
    return html`<svg class="look" aria-hidden="true" viewBox="${x} ${y} ${width} ${height}">${pictured(name, layer, `${this.keeper.start!.assets}/${layer.asset}`)}</svg>`;
  }
}

function drawingOf(one: Drawing, ink: string): TemplateResult {
  const own = (color?: string) => (color ? (one.recolorable ? ink : color) : 'none');
  const light = one.recolorable && [1, 3, 5].reduce((sum, at) => sum + parseInt(ink.slice(at, at + 2), 16), 0) > 540;
  return html`<svg class="drawing ${light ? 'on-dark' : ''}" aria-hidden="true" viewBox="0 0 ${one.viewWidth} ${one.viewHeight}">${one.paths.map(
    (path) => svg`<path d=${path.d} fill=${own(path.fill)} stroke=${own(path.stroke)} stroke-width=${path.strokeWidth ?? 0} stroke-linecap="round" stroke-linejoin="round" />`,
  )}</svg>`;
}
