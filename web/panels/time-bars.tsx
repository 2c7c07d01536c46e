import { useRef } from 'react';
import type { PointerEvent } from 'react';
import type { TimeBin } from '../../server/contract.ts';
import { familyColour } from '../palette.ts';
import { texts } from '../texts.ts';
import { useScheme } from './swatch.tsx';

/** The first and the last bar of a time. */
export type Range = readonly [number, number];
const HEIGHT = 34;
const SIGNS = ['cooperation', 'conflict', 'neutral'] as const;

const edgesIn = ({ cooperation, conflict, neutral }: TimeBin): number => cooperation + conflict + neutral;

/** Which bar lies under the pointer; the nearest when it has left them. */
function barAt({ currentTarget, clientX }: PointerEvent<SVGSVGElement>, bars: number): number {
  const inverse = currentTarget.getScreenCTM()?.inverse();
  const { x } = new DOMPoint(clientX, 0).matrixTransform(inverse);
  return Math.max(0, Math.min(bars - 1, Math.floor(x)));
}

interface Props {
  readonly bins: readonly TimeBin[];
  readonly range: Range;
  /** While a time is drawn over the bars. */
  readonly onDraft: (range: Range) => void;
  readonly onChoose: (range: Range) => void;
}

/** The bar where a stroke over the bars began, and how it ends: with the time from there to where it was let go. */
function useBrush({ bins, onDraft, onChoose }: Props) {
  const began = useRef<number | null>(null);
  const rangeTo = (event: PointerEvent<SVGSVGElement>): Range => {
    const at = barAt(event, bins.length);
    return [Math.min(began.current ?? at, at), Math.max(began.current ?? at, at)];
  };
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      began.current = barAt(event, bins.length);
      onDraft(rangeTo(event));
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      if (began.current !== null) onDraft(rangeTo(event));
    },
    onPointerUp(event: PointerEvent<SVGSVGElement>) {
      if (began.current === null) return;
      onChoose(rangeTo(event));
      began.current = null;
    },
    onDoubleClick: () => onChoose([0, bins.length - 1]),
  };
}

/** Stacked bars: edges by sign, and below them a tick as strong as there are statements. A stroke over them chooses a time. */
export function TimeBars(props: Props) {
  const { bins, range } = props;
  const [a, b] = range;
  const scheme = useScheme();
  const brush = useBrush(props);
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
      role="img"
      aria-label={texts.time.bars}
      {...brush}
    >
      {bins.map((bin, i) => {
        let top = HEIGHT - 4;
        return (
          <g key={bin.at} opacity={i < a || i > b ? 0.25 : 1}>
            <title>{texts.time.bin(bin.at, bin.statements, bin.cooperation, bin.conflict)}</title>
            <rect className="bar-room" x={i} width={1} height={HEIGHT} />
            {SIGNS.map((sign) => {
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
