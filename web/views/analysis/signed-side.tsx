import { UnstyledButton } from '@mantine/core';
import type { SignedPair } from '../../../server/contract.ts';
import { LineSwatch } from '../../panels/swatch.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';

interface Props {
  readonly pair: SignedPair;
  readonly nameOf: (id: string) => string;
}

/** Two actors and where they lean; opens what was stated between them. */
export function SignedSide({ pair, nameOf }: Props) {
  const { source, target, sign, edges } = pair;
  return (
    <UnstyledButton
      className="tie-row"
      onClick={() =>
        dispatch({ kind: 'select', selection: { kind: 'pair', source, target, directed: false } })
      }
    >
      <LineSwatch family={sign > 0 ? 'material-cooperation' : 'material-conflict'} />
      <span className="grow anywhere">
        {nameOf(source)}{' '}
        <em className="phrase">{sign > 0 ? texts.analysis.cooperates : texts.analysis.conflicts}</em>{' '}
        {nameOf(target)}
      </span>
      <span className="pieces" title={texts.analysis.statements(edges)}>
        {texts.number(edges)}
        <span className="sr-only">{texts.analysis.statements(edges).replace(/^\S+/, '')}</span>
      </span>
    </UnstyledButton>
  );
}
