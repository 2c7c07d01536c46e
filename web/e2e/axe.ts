import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Serious and critical findings, each with what it was found on. */
export async function violations(page: Page): Promise<readonly string[]> {
  // addScriptTag would need an inline script, which the page's policy refuses; evaluate runs beside it.
  const source = await readFile(axe, 'utf8');
  await page.evaluate(source);
  await page.evaluate(stillness);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
}

/** Parts that are loaded late replace others under axe's hands: until no element came or went for 0.3 s, 5 s at most. */
const stillness = (): Promise<void> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 300);
    });
    const done = (): void => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(done, 300);
    setTimeout(done, 5000);
    observer.observe(document.body, { childList: true, subtree: true });
  });
