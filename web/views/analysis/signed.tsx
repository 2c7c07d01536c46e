import { NumberInput, Text, Title } from '@mantine/core';
import type { Triad } from '../../../server/contract.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import type { PartProps } from './analysis-view.tsx';
import { Groups } from './groups.tsx';
import { SignedSide } from './signed-side.tsx';

function TriadCard({ triad, nameOf }: Pick<PartProps, 'nameOf'> & { readonly triad: Triad }) {
  const title = triad.nodes.map(nameOf).join(' · ');
  return (
    <article className="group" aria-label={title}>
      <Title order={4} size="h6" className="anywhere">
        {title}
      </Title>
      {triad.sides.map((pair) => (
        <SignedSide key={`${pair.source} ${pair.target}`} pair={pair} nameOf={nameOf} />
      ))}
    </article>
  );
}

/** Every three actors who all have to do with each other, those under strain first. */
export function Triads({ answer, nameOf }: PartProps) {
  const { cooperative, conflictual, triads } = answer.analysis.signed;
  const lists = [
    { title: texts.analysis.unbalanced, total: triads.unbalanced, balanced: false },
    { title: texts.analysis.balanced, total: triads.balanced, balanced: true },
  ];
  return (
    <>
      <Text size="sm" c="dimmed">
        {texts.analysis.triadsAbout}
      </Text>
      <Text size="sm">
        {texts.analysis.signs(cooperative, conflictual)}{' '}
        {texts.analysis.triadCounts(triads.balanced, triads.unbalanced)}.
      </Text>
      {triads.listed.length === 0 && <Text size="sm">{texts.analysis.noTriads}</Text>}
      {lists.map(({ title, total, balanced }) => {
        const shown = triads.listed.filter((triad) => triad.balanced === balanced);
        if (shown.length === 0) return null;
        return (
          <section key={title} aria-label={title}>
            <Title order={3} size="h5" mb={6}>
              {title}{' '}
              <Text component="span" size="xs" c="dimmed">
                {shown.length < total ? texts.analysis.cut(shown.length, total) : texts.number(total)}
              </Text>
            </Title>
            <div className="groups">
              {shown.map((triad) => (
                <TriadCard key={triad.nodes.join(' ')} triad={triad} nameOf={nameOf} />
              ))}
            </div>
          </section>
        );
      })}
    </>
  );
}

/** The division of actors that fewest pairs contradict, and those that do. */
export function BlocsPart({ answer, nameOf, count }: PartProps & { readonly count: number }) {
  const { groups, frustration, pairs, frustrated } = answer.analysis.blocs;
  const blocOf = new Map(groups.flatMap((group, bloc) => group.map((id) => [id, bloc])));
  return (
    <>
      <Text size="sm" c="dimmed">
        {texts.analysis.blocsAbout}
      </Text>
      <NumberInput
        size="xs"
        w={120}
        label={texts.analysis.blocCount}
        min={2}
        max={8}
        value={count}
        onChange={(value) =>
          dispatch({ kind: 'settings', values: { 'analysis.blocs': value === 2 ? '' : String(value) } })
        }
      />
      {pairs === 0 ? (
        <Text size="sm">{texts.analysis.noBlocs}</Text>
      ) : (
        <Text size="sm" fw={600}>
          {texts.analysis.frustration(frustration, pairs)}
        </Text>
      )}
      <Groups groups={groups} title={texts.analysis.bloc} nameOf={nameOf} />
      {frustrated.length > 0 && (
        <section aria-label={texts.analysis.contradicting}>
          <Title order={3} size="h5">
            {texts.analysis.contradicting}
          </Title>
          <ul className="plain contradicting">
            {frustrated.map((pair) => (
              <li key={`${pair.source} ${pair.target}`}>
                <SignedSide pair={pair} nameOf={nameOf} />
                <Text size="xs" c="dimmed" pl={28}>
                  {blocOf.get(pair.source) === blocOf.get(pair.target)
                    ? texts.analysis.inside
                    : texts.analysis.across}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
