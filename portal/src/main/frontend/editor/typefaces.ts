// The typefaces to choose from, each named in its own face: the issuer's own, then those of Cardloom.

import { html, nothing, type TemplateResult } from 'lit';
import { MIXED, shared, type Shown } from './fields.js';
import type { Changes, Font, Layer } from './model.js';

export function typefaces(fonts: Font[], layers: Layer[], set: (changes: Changes) => void): TemplateResult {
  const value = shared(layers, (layer) => layer.font!);
  const families = [...new Map(fonts.map((font) => [font.family, font])).values()];
  const own = families.filter((font) => font.own && (!font.withdrawn || font.family === value));
  const group = (label: string, some: Font[]) => html`<optgroup label=${label}>${some.map((font) => option(font, value))}</optgroup>`;
  return html`<label>Typeface<select class="faces" style=${value === MIXED ? '' : face(value)}
    @change=${(e: Event) => chosen(fonts, layers, (e.target as HTMLSelectElement).value, set)}>
    ${value === MIXED ? html`<option value="" selected disabled>mixed</option>` : nothing}
    ${own.length ? group('The issuer’s own', own) : nothing}${group('With Cardloom', families.filter((font) => !font.own))}
  </select></label>`;
}

function option(font: Font, value: Shown<string>): TemplateResult {
  return html`<option value=${font.family} style=${face(font.family)} ?selected=${font.family === value}>${font.label}${font.withdrawn ? ' (withdrawn)' : ''}</option>`;
}

function face(family: string): string {
  return `font-family: '${family}', var(--cl-sans, sans-serif)`;
}

/** An own font is one face: the layer takes its weight with it, so that rules know how heavy it is. */
function chosen(fonts: Font[], layers: Layer[], family: string, set: (changes: Changes) => void): void {
  const font = fonts.find((one) => one.family === family);
  const odd = layers.some(({ weight }) => weight !== 400 && weight !== 700);
  set(font?.own ? { font: family, weight: font.weight } : odd ? { font: family, weight: 400 } : { font: family });
}
