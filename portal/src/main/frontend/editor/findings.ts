// What preflight found, each a way to the place; what it found before an edit is not said of what is there after it.

import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from './scene.js';

export function findingsPanel(
  findings: Finding[],
  checking: boolean,
  select: (finding: Finding) => void,
  mend?: (finding: Finding) => void,
): TemplateResult {
  const none = checking
    ? html`<p class="quiet">Checking the card…</p>`
    : html`<p class="quiet good">Nothing stands in the way of printing this.</p>`;
  return html`<h2>Preflight${checking && findings.length ? html` <small class="checking">checking…</small>` : nothing}</h2>
    <div aria-live="polite" aria-busy=${checking}>${findings.length === 0
      ? none
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
