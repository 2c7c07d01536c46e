import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** All that axe knows in the scheme of the page, and what depends on colours in the other one as well. */
const SCHEMES = [
  { scheme: 'light', options: { resultTypes: ['violations'] } },
  {
    scheme: 'dark',
    options: { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] },
  },
] as const satisfies readonly { scheme: string; options: RunOptions }[];
type Scheme = (typeof SCHEMES)[number]['scheme'];

/** Serious and critical findings, each with what it was found on. The page is left in light. */
export async function violations(
  page: Page,
  schemes: readonly Scheme[] = ['light', 'dark'],
): Promise<readonly string[]> {
  // addScriptTag would need an inline script, which the page's policy refuses; evaluate runs beside it.
  await page.evaluate(await readFile(axe, 'utf8'));
  const found: string[] = [];
  for (const { scheme, options } of SCHEMES.filter((each) => schemes.includes(each.scheme))) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor();
    const results = await page.evaluate(undisturbed, options as RunOptions);
    for (const { id, impact, nodes } of results.violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      found.push(
        ...nodes.map((node) => `${scheme}, ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      );
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/**
 * What axe finds in a page that holds still. axe looks elements up in a snapshot and throws when it meets one that came
 * after it, and parts of the page are loaded late: so a run counts only if no element came or went in it. What fades in
 * or out is waited for: half faded, every text is too pale.
 */
async function undisturbed(options: RunOptions): Promise<AxeResults> {
  const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
  const ending = () =>
    document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
  let changes = 0;
  const observer = new MutationObserver(() => (changes += 1));
  observer.observe(document.body, { childList: true, subtree: true });
  try {
    for (let attempt = 1; ; attempt += 1) {
      let before = -1;
      while (before !== changes) {
        before = changes;
        await new Promise((resolve) => setTimeout(resolve, 200));
        await Promise.allSettled(ending().map((animation) => animation.finished));
      }
      const run = await axe.run(options).catch((error: unknown) => error);
      if (changes === before && !(run instanceof Error)) return run as AxeResults;
      if (attempt === 5) throw run instanceof Error ? run : new Error('The page never held still for axe.');
    }
  } finally {
    observer.disconnect();
  }
}
