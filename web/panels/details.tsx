import { useEffect, useRef, useState } from 'react';
import { dispatch } from '../state/view/store.ts';
import type { Selection } from '../state/view/view.ts';
import { texts } from '../texts.ts';
import { NodePanel } from './node-panel.tsx';
import { PairPanel } from './pair-panel.tsx';
import { SheetHandle } from './sheet-handle.tsx';
import { StatementPanel } from './statement-panel.tsx';
import { TiePanel } from './tie-panel.tsx';

function Panel({ selection }: { readonly selection: Selection }) {
  switch (selection.kind) {
    case 'node':
      return <NodePanel id={selection.id} />;
    case 'tie':
      return <TiePanel tie={selection} />;
    case 'pair':
      return <PairPanel pair={selection} />;
    case 'statement':
      return <StatementPanel id={selection.id} />;
  }
}

const keyOf = (selection: Selection): string => Object.values(selection).join('~');

const close = (): void => dispatch({ kind: 'select', selection: null });

/** The panel beside the canvas; on a phone a sheet over its lower half, which can be drawn up. Escape closes it. */
export function Details({ selection }: { readonly selection: Selection }) {
  const panel = useRef<HTMLElement>(null);
  const [isTall, setTall] = useState(false);
  const key = keyOf(selection);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
    // What was chosen is gone (a search closed, a row replaced): go on reading here rather than at the top of the page.
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [key]);
  return (
    <aside
      ref={panel}
      className="details"
      data-tall={isTall || undefined}
      aria-label={texts.landmarks.details}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <SheetHandle isTall={isTall} onTall={setTall} onClose={close} />
      <Panel key={key} selection={selection} />
    </aside>
  );
}
