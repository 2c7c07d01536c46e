import { ActionIcon, RangeSlider, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { TimeBin } from '../../server/contract.ts';
import { useTimeline } from '../api/queries.ts';
import { datesOf, gapless, rangeOf, unitFor } from '../state/time/bins.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { useExplorer } from './explorer-context.ts';
import type { Range } from './time-bars.tsx';
import { TimeBars } from './time-bars.tsx';

const STEP_MS = 900;

/** Moves the window on by one bar at a time; a window of everything grows from the first bar. */
function usePlay(bins: readonly TimeBin[], range: Range): readonly [boolean, () => void] {
  const [isPlaying, setPlaying] = useState(false);
  const [a, b] = range;
  const last = bins.length - 1;
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => {
      if (b >= last) return setPlaying(false);
      const start = a === 0 ? 0 : a + 1;
      dispatch({ kind: 'dates', ...datesOf(bins, [start, b + 1]) }, true);
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, a, b, last, bins]);
  const toggle = (): void => {
    // From the end there is nowhere to go: begin again.
    if (!isPlaying && b >= last) dispatch({ kind: 'dates', ...datesOf(bins, [0, 0]) });
    setPlaying(!isPlaying);
  };
  return [isPlaying, toggle];
}

/** When things were said and done, as bars; a stroke over them or two handles choose a time, and play moves it on. */
export function TimePanel() {
  const { view, isGraphThere } = useExplorer();
  const years = useTimeline(view, isGraphThere, 'year');
  const unit = unitFor(years.data);
  const whole = useTimeline(view, isGraphThere, unit);
  const bins = useMemo(() => gapless(whole.data?.bins ?? []), [whole.data]);
  const chosen = rangeOf(bins, view.from, view.to);
  const [draft, setDraft] = useState<Range | null>(null);
  const range = draft ?? chosen;
  const [isPlaying, toggle] = usePlay(bins, chosen);
  if (bins.length < 2) return null;
  const choose = (value: Range): void => {
    setDraft(null);
    dispatch({ kind: 'dates', ...datesOf(bins, value) });
  };
  const labelOf = (i: number): string => bins[i]?.at ?? '';
  return (
    <section className="time" aria-label={texts.time.title}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={isPlaying ? texts.time.pause : texts.time.play}
        onClick={toggle}
      >
        {isPlaying ? <IconPlayerPause size={18} /> : <IconPlayerPlay size={18} />}
      </ActionIcon>
      <div className="grow">
        <TimeBars bins={bins} range={range} onDraft={setDraft} onChoose={choose} />
        <RangeSlider
          size="xs"
          min={0}
          max={bins.length - 1}
          minRange={0}
          label={labelOf}
          thumbFromLabel={texts.time.from}
          thumbToLabel={texts.time.to}
          value={[range[0], range[1]]}
          onChange={setDraft}
          onChangeEnd={choose}
        />
      </div>
      <Text size="xs" c="dimmed" className="time-span">
        {texts.time.span(labelOf(range[0]), labelOf(range[1]))}
        {(whole.data?.undated ?? 0) > 0 && <br />}
        {(whole.data?.undated ?? 0) > 0 && texts.time.undated(whole.data?.undated ?? 0, unit)}
      </Text>
    </section>
  );
}
