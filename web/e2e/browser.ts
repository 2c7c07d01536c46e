import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const CANDIDATES = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executablePath = CANDIDATES.find((path) => path !== '' && existsSync(path));

/** Why the tests of the page cannot run here, if so. ENTENTE_REQUIRE_BROWSER=1 makes that a failure instead. */
export const noBrowser: string | undefined =
  executablePath || process.env['ENTENTE_REQUIRE_BROWSER'] === '1'
    ? undefined
    : 'no Chromium: install Debian’s chromium or set CHROMIUM_PATH';

/** Title of a suite that may be skipped: the report then says why. */
export const suite = (title: string): string => (noBrowser ? `${title} (skipped: ${noBrowser})` : title);

export async function launchBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error('ENTENTE_REQUIRE_BROWSER=1, but no Chromium was found');
  return chromium.launch({
    executablePath,
    // Without a graphics card: WebGL by the processor, and the page itself put together as such a machine does it.
    args: ['--no-sandbox', '--use-angle=swiftshader-webgl', '--enable-unsafe-swiftshader'],
  });
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong inside the page: uncaught errors and refusals of the Content-Security-Policy. */
  readonly faults: readonly string[];
}

export interface PageOptions {
  readonly colorScheme?: 'light' | 'dark';
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Lets the test move the page's clock on: `page.clock`. */
  readonly isClockOurs?: boolean;
}

export async function openPage(
  browser: Browser,
  url: string,
  { colorScheme = 'light', width = 1280, height = 800, isClockOurs = false }: PageOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
  });
  if (isClockOurs) await context.clock.install();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Content-Security-Policy/.test(message.text())) faults.push(message.text());
  });
  await page.goto(url);
  return { page, context, faults };
}
