import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Serious and critical findings, each with what it was found on. */
export async function violations(page: Page): Promise<readonly string[]> {
  // addScriptTag would need an inline script, which the page's policy refuses; evaluate runs beside it.
  await page.evaluate(await readFile(axe, 'utf8'));
  const found = await page.evaluate(undisturbed);
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
}

/**
 * What axe finds in a page that holds still. axe looks elements up in a snapshot and throws when it meets one that came
 * after it, and parts of the page are loaded late: so a run counts only if no element came or went in it.
 */
async function undisturbed(): Promise<AxeResults> {
  const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
  let changes = 0;
  const observer = new MutationObserver(() => (changes += 1));
  observer.observe(document.body, { childList: true, subtree: true });
  try {
    for (let attempt = 1; ; attempt += 1) {
      let before = -1;
      while (before !== changes) {
        before = changes;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      const run = await axe.run().catch((error: unknown) => error);
      if (changes === before && !(run instanceof Error)) return run as AxeResults;
      if (attempt === 5) throw run instanceof Error ? run : new Error('The page never held still for axe.');
    }
  } finally {
    observer.disconnect();
  }
}
