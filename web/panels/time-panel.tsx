import { ActionIcon, RangeSlider, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { TimeBin } from '../../server/contract.ts';
import { useTimeline } from '../api/queries.ts';
import { familyColour } from '../palette.ts';
import { datesOf, gapless, rangeOf, unitFor } from '../state/time/bins.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { useExplorer } from './explorer-context.ts';
import { useScheme } from './swatch.tsx';

type Range = readonly [number, number];
const STEP_MS = 900;
const HEIGHT = 34;

const edgesIn = ({ cooperation, conflict, neutral }: TimeBin): number => cooperation + conflict + neutral;

/** Stacked bars: edges by sign, and below them a tick as strong as there are statements. */
function Bars({ bins, range: [a, b] }: { readonly bins: readonly TimeBin[]; readonly range: Range }) {
  const scheme = useScheme();
  const tallest = Math.max(1, ...bins.map(edgesIn));
  const most = Math.max(1, ...bins.map((bin) => bin.statements));
  const colours = {
    conflict: familyColour('material-conflict', scheme),
    cooperation: familyColour('material-cooperation', scheme),
    neutral: familyColour('neutral', scheme),
  };
  return (
    <svg
      className="bars"
      viewBox={`0 0 ${bins.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bins.map((bin, i) => {
        let top = HEIGHT - 4;
        return (
          <g key={bin.at} opacity={i < a || i > b ? 0.25 : 1}>
            <title>{texts.time.bin(bin.at, bin.statements, bin.cooperation, bin.conflict)}</title>
            {(['cooperation', 'conflict', 'neutral'] as const).map((sign) => {
              const height = (bin[sign] / tallest) * (HEIGHT - 5);
              top -= height;
              return (
                <rect key={sign} x={i + 0.08} width={0.84} y={top} height={height} fill={colours[sign]} />
              );
            })}
            <rect
              x={i + 0.08}
              width={0.84}
              y={HEIGHT - 3}
              height={3}
              fill="currentColor"
              opacity={bin.statements === 0 ? 0 : 0.25 + (0.75 * bin.statements) / most}
            />
          </g>
        );
      })}
    </svg>
  );
}

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

/** When things were said and done, as bars; two handles choose a time, and play moves it on. */
export function TimePanel() {
  const { view, ontology } = useExplorer();
  const years = useTimeline(view, ontology, 'year');
  const unit = unitFor(years.data);
  const whole = useTimeline(view, ontology, unit);
  const bins = useMemo(() => gapless(whole.data?.bins ?? []), [whole.data]);
  const chosen = rangeOf(bins, view.from, view.to);
  const [draft, setDraft] = useState<Range | null>(null);
  const range = draft ?? chosen;
  const [isPlaying, toggle] = usePlay(bins, chosen);
  if (bins.length < 2) return null;
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
        <Bars bins={bins} range={range} />
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
          onChangeEnd={(value) => {
            setDraft(null);
            dispatch({ kind: 'dates', ...datesOf(bins, value) });
          }}
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
