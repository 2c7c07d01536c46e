import type { Scheme } from '../../palette.ts';

/**
 * Orange for conflict over grey to blue for cooperation, apart in every common colour blindness. Mixed so that the number
 * on it always reads: the ink changes where the ground does.
 */
const ENDS: Readonly<Record<Scheme, { against: string; neutral: string; inFavour: string }>> = {
  light: { against: '#c2410c', neutral: '#e8eaef', inFavour: '#1257a8' },
  dark: { against: '#f5713a', neutral: '#2c323f', inFavour: '#4f9df0' },
};
/** Half of the scale is reached by words already: a condemnation is -0.25, support 0.45. */
const FULL = 0.7;

export function stanceColours(stance: number, scheme: Scheme): { background: string; color: string } {
  const { against, neutral, inFavour } = ENDS[scheme];
  const share = Math.min(1, Math.abs(stance) / FULL);
  const end = stance < 0 ? against : inFavour;
  const strong = share > 0.55;
  return {
    background: `color-mix(in srgb, ${end} ${Math.round(share * 100)}%, ${neutral})`,
    color: scheme === 'light' ? (strong ? '#ffffff' : '#1c2333') : strong ? '#0c0f15' : '#e4e8f1',
  };
}
