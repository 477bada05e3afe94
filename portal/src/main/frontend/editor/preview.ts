// The card in the hand: both sides in three dimensions, with the finish of its body.

import { html, svg, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Face } from './model.js';
import type { Scene } from './scene.js';
import { still } from './stage.js';

/** How far an arrow key turns it, in degrees. */
const TURN = 15;

export class Preview {
  /** Degrees about the upright and the level axis. */
  private across = -18;
  private along = 10;
  private from?: [number, number];
  private element?: HTMLElement;

  template(scene: (face: Face) => Scene): TemplateResult {
    const { card } = scene('front');
    return html`<div class="hand" tabindex="0" role="group" aria-label="The card; arrow keys turn it, Space shows the other side"
        @pointerdown=${(e: PointerEvent) => this.take(e)} @pointermove=${(e: PointerEvent) => this.move(e)} @pointerup=${() => this.let()}
        @pointercancel=${() => this.let()} @keydown=${(e: KeyboardEvent) => this.key(e)}>
        <div class="solid ${card.finish}" style="--ratio:${card.width / card.height};--corner:${(card.cornerRadius / card.width) * 100}%/${(card.cornerRadius / card.height) * 100}%"
          ${ref((one) => this.placed(one as HTMLElement | undefined))}>
          ${[-2, -1, 0, 1, 2].map((layer) => html`<i class="edge" style="translate:0 0 ${layer}px;background:${card.color}"></i>`)}
          ${side(scene('front'))} ${side(scene('back'))}
        </div>
      </div>
      <div class="row hand-row">
        <button class="flip" @click=${() => this.flip()}>Turn it over</button>
        <span class="quiet">${FINISH[card.finish] ?? card.finish}, ${card.name}. Drag it or use the arrow keys.</span>
      </div>`;
  }

  private placed(element?: HTMLElement): void {
    this.element = element;
    this.show();
  }

  private show(): void {
    const { style } = this.element ?? {};
    style?.setProperty('--across', `${this.across}deg`);
    style?.setProperty('--along', `${this.along}deg`);
    // The light stands still: it wanders over the surface as the card turns.
    style?.setProperty('--light', `${50 + Math.sin((this.across * Math.PI) / 180) * 90 + this.along}%`);
  }

  private take(event: PointerEvent): void {
    this.from = [event.clientX, event.clientY];
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.element?.classList.add('held');
  }

  private move(event: PointerEvent): void {
    if (this.from) {
      this.turn((event.clientX - this.from[0]) * 0.6, (this.from[1] - event.clientY) * 0.4);
      this.from = [event.clientX, event.clientY];
    }
  }

  private let(): void {
    this.from = undefined;
    this.element?.classList.remove('held');
  }

  private turn(across: number, along: number): void {
    this.across += across;
    this.along = Math.max(-60, Math.min(60, this.along + along));
    this.show();
  }

  flip(): void {
    this.turn(180, 0);
  }

  private key(event: KeyboardEvent): void {
    const by = { ArrowLeft: [-TURN, 0], ArrowRight: [TURN, 0], ArrowUp: [0, TURN], ArrowDown: [0, -TURN] }[event.key];
    if (by) {
      this.turn(by[0], by[1]);
    } else if (event.key === ' ' || event.key === 'Enter') {
      this.flip();
    } else {
      return;
    }
    event.preventDefault();
  }
}

const FINISH: Record<string, string> = {
  matte: 'Matte', gloss: 'Gloss', satin: 'Satin', metallic: 'Metallic', frosted: 'Frosted',
};

function side(scene: Scene): TemplateResult {
  const { card, face } = scene;
  return html`<div class="side ${face}">
    <svg viewBox="0 0 ${card.width} ${card.height}" role="img" aria-label="${face === 'front' ? 'Front' : 'Back'}">
      <rect width=${card.width} height=${card.height} fill=${card.color} />
      ${still({ ...scene, guides: false })} ${card.zones.filter((zone) => zone.face === face).map((zone) => hardware(zone))}
    </svg>
    <i class="shine"></i>
  </div>`;
}

/** What the body brings along: its chip, its stripe, its signature panel. */
function hardware({ kind, x, y, width, height }: Scene['card']['zones'][number]): TemplateResult {
  switch (kind) {
    case 'chip':
      return svg`<rect class="chip" x=${x} y=${y} width=${width} height=${height} rx="1500" />
        <path class="chip-lines" d="M${x} ${y + height / 3}h${width * 0.35}M${x} ${y + (height * 2) / 3}h${width * 0.35}M${x + width} ${y + height / 3}h${-width * 0.35}M${x + width} ${y + (height * 2) / 3}h${-width * 0.35}M${x + width * 0.35} ${y}v${height}M${x + width * 0.65} ${y}v${height}" />`;
    case 'stripe':
      return svg`<rect class="magnetic" x=${x} y=${y} width=${width} height=${height} />`;
    case 'signature':
      return svg`<rect class="panel-sign" x=${x} y=${y} width=${width} height=${height} />`;
    default:
      return svg``;
  }
}
