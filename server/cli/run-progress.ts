import type { SingleBar } from 'cli-progress';
import type { RunProgress } from '../sources/run.ts';

const FORMATS = {
  looking: 'looking {bar} {value}/{total} files, {eta_formatted} left',
  reading: 'reading {bar} {value}/{total} statements, {rate}/s, {refused} refused, {eta_formatted} left',
} as const;

/** A bar with rate and time left on standard error when that is a terminal; else only the way to stop. */
export async function runProgress(
  stopped: () => boolean,
  enabled: boolean = process.stderr.isTTY,
): Promise<RunProgress & { readonly end: () => void }> {
  if (!enabled) return { phase: () => undefined, step: () => undefined, stopped, end: () => undefined };
  const { default: cliProgress } = await import('cli-progress');
  let bar: SingleBar | undefined;
  let [done, refused, began] = [0, 0, 0];
  const phase: RunProgress['phase'] = (name, total) => {
    bar?.stop();
    [done, refused, began] = [0, 0, performance.now()];
    bar = new cliProgress.SingleBar({
      format: FORMATS[name],
      hideCursor: true,
      clearOnComplete: true,
      barsize: 24,
      etaBuffer: 100,
      stream: process.stderr,
    });
    bar.start(total, 0, { refused: 0, rate: 0 });
  };
  const step: RunProgress['step'] = (by, bad) => {
    done += by;
    refused += bad;
    bar?.update(done, { refused, rate: Math.round(done / ((performance.now() - began) / 1000)) });
  };
  return { phase, step, stopped, end: () => bar?.stop() };
}
