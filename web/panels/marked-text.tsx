import type { Segment } from '../state/evidence/segments.ts';

/** Text with its marks. Only ever text: what a document contains is never read as markup. */
export function MarkedText({ segments }: { readonly segments: readonly Segment[] }) {
  return segments.map(({ text, marks }, index) => {
    if (marks.length === 0) return <span key={index}>{text}</span>;
    const trigger = marks.includes('trigger');
    const end = marks.includes('source') || marks.includes('target');
    return (
      <mark key={index} className={end ? 'end' : undefined}>
        {trigger ? <strong className="trigger">{text}</strong> : text}
      </mark>
    );
  });
}
