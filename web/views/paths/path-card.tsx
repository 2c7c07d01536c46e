import { Anchor, Text, Title } from '@mantine/core';
import type { Edge, Path } from '../../../server/contract.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { MarkedText } from '../../panels/marked-text.tsx';
import { NodeLink } from '../../panels/node-link.tsx';
import { LineSwatch } from '../../panels/swatch.tsx';
import { segment, spansOf } from '../../state/evidence/segments.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';

type NameOf = (id: string) => string;
type Hop = Path['hops'][number];
/** Dates of statements by id. */
type Dates = Readonly<Record<string, string>>;

/** The words themselves, as far as the quote goes; the statement is a click away. */
function Quote({
  edge,
  dates,
  nameOf,
}: {
  readonly edge: Edge;
  readonly dates: Dates;
  readonly nameOf: NameOf;
}) {
  const spans = spansOf(edge.quote, { ...edge, start: 0, end: edge.quote.length });
  return (
    <blockquote className="hop-quote" data-claim={edge.speaker ? true : undefined}>
      <MarkedText segments={segment(edge.quote, spans)} />
      <footer>
        {edge.speaker && `${texts.evidence.claimBy(nameOf(edge.speaker))} · `}
        {`${edge.date ?? texts.evidence.dated(dates[edge.statement])} · `}
        <Anchor
          component="button"
          type="button"
          size="xs"
          onClick={() => dispatch({ kind: 'select', selection: { kind: 'statement', id: edge.statement } })}
        >
          {texts.statement.heading}
        </Anchor>
      </footer>
    </blockquote>
  );
}

function HopTies({
  hop,
  dates,
  nameOf,
}: {
  readonly hop: Hop;
  readonly dates: Dates;
  readonly nameOf: NameOf;
}) {
  const { ontology } = useExplorer();
  const total = hop.ties.reduce((sum, tie) => sum + tie.edges, 0);
  return (
    <li className="hop">
      {hop.ties.map(({ type, source, target, edges, quotes }) => {
        const info = ontology.type(type);
        return (
          <div key={`${type} ${source}`}>
            <Text size="sm" className="hop-tie anywhere">
              <LineSwatch family={info?.family ?? 'structure'} />
              <span>
                {nameOf(source)} <em className="phrase">{info?.phrase ?? type}</em> {nameOf(target)}
              </span>
              <span className="pieces">{texts.number(edges)}</span>
            </Text>
            {quotes.slice(0, 1).map((edge) => (
              <Quote key={edge.id} edge={edge} dates={dates} nameOf={nameOf} />
            ))}
          </div>
        );
      })}
      <Anchor
        component="button"
        type="button"
        size="xs"
        aria-label={texts.paths.between(texts.paths.all(total), nameOf(hop.source), nameOf(hop.target))}
        onClick={() =>
          dispatch({
            kind: 'select',
            selection: { kind: 'pair', source: hop.source, target: hop.target, directed: false },
          })
        }
      >
        {texts.paths.all(total)}
      </Anchor>
    </li>
  );
}

/** One way: its nodes in a row, and under it what carries each step. */
export function PathCard({
  path,
  dates,
  number,
  nameOf,
}: {
  readonly path: Path;
  readonly dates: Dates;
  readonly number: number;
  readonly nameOf: NameOf;
}) {
  return (
    <article className="path" aria-label={texts.paths.path(number)}>
      <Title order={3} size="h5" className="path-head">
        {path.nodes.map((id, index) => (
          <span key={id}>
            {index > 0 && (
              <span className="path-step" aria-hidden="true">
                —
              </span>
            )}
            <NodeLink id={id} name={nameOf(id)} />
          </span>
        ))}
        <Text component="span" size="xs" c="dimmed">
          {texts.paths.steps(path.hops.length)}
        </Text>
      </Title>
      <ol className="plain">
        {path.hops.map((hop) => (
          <HopTies key={`${hop.source} ${hop.target}`} hop={hop} dates={dates} nameOf={nameOf} />
        ))}
      </ol>
    </article>
  );
}
