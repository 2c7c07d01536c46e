import type { SingleBar } from 'cli-progress';

export interface Progress {
  readonly step: (by: number, refused: number) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { step: () => undefined, stop: () => undefined };

/** A bar on standard error when that is a terminal, else nothing: logs and pipes stay clean. */
export async function startProgress(total: number, enabled = process.stderr.isTTY): Promise<Progress> {
  if (!enabled || total === 0) return SILENT;
  const { default: cliProgress } = await import('cli-progress');
  const bar: SingleBar = new cliProgress.SingleBar({
    format: 'reading {bar} {value}/{total} statements, {refused} refused, {eta_formatted} left',
    hideCursor: true,
    clearOnComplete: true,
    barsize: 24,
    stream: process.stderr,
  });
  let done = 0;
  let bad = 0;
  bar.start(total, 0, { refused: 0 });
  const step = (by: number, refused: number): void => {
    done += by;
    bad += refused;
    // A file of JSON Lines holds more than one statement: the total grows as they come.
    if (done > bar.getTotal()) bar.setTotal(done);
    bar.update(done, { refused: bad });
  };
  return { step, stop: () => bar.stop() };
}
