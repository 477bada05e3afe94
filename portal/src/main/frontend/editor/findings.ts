// What preflight found, each a way to the place.

import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from './scene.js';

export function findingsPanel(
  findings: Finding[],
  select: (finding: Finding) => void,
  mend?: (finding: Finding) => void,
): TemplateResult {
  return html`<h2>Preflight</h2>
    <div aria-live="polite">${findings.length === 0
      ? html`<p class="quiet good">Nothing stands in the way of printing this.</p>`
      : html`<ul class="findings">
          ${findings.map(
            (one) => html`<li class=${one.severity}><button @click=${() => select(one)}>
              <strong>${one.message}</strong><span>${one.remedy}</span><small>${one.rule}</small></button>
              ${one.fix && mend
                ? html`<button class="fix" aria-label="${one.fix.label}: ${one.message}" @click=${() => mend(one)}>${one.fix.label}</button>`
                : nothing}</li>`,
          )}
        </ul>`}</div>`;
}
