import './statements.css';
import { Anchor, Skeleton, Text, Title } from '@mantine/core';
import type { Edge, StatementWithGraph } from '../../../server/contract.ts';
import { useStatement } from '../../api/queries.ts';
import { useStatements } from '../../api/statements.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { Failure } from '../../panels/failure.tsx';
import { Notice } from '../../panels/notice.tsx';
import { tieEnds } from '../../state/graph/ties.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { DeleteStatement } from './delete-statement.tsx';
import { Reader } from './reader.tsx';
import { StatementList } from './statement-list.tsx';

function Head({ data }: { readonly data: StatementWithGraph }) {
  const { statement, graph } = data;
  const { ontology } = useExplorer();
  const title = statement.title ?? texts.evidence.untitled;
  const facts = [statement.speaker, statement.source, statement.date, statement.kind].filter(Boolean);
  const edges = graph.edges.filter((edge) => ontology.type(edge.type) !== undefined);
  return (
    <header>
      <div className="grow">
        <Anchor
          className="narrow-only"
          component="button"
          type="button"
          size="sm"
          onClick={() => dispatch({ kind: 'settings', values: { 'statements.id': '' } })}
        >
          {texts.statements.all}
        </Anchor>
        <Title order={2} size="h3" className="anywhere" dir="auto">
          {title}
        </Title>
        <Text size="sm" c="dimmed" className="anywhere">
          {facts.join(' · ')}
        </Text>
        <Text size="sm" c="dimmed" role="status">
          {texts.statement.found(edges.length)}. {texts.statements.legend}
        </Text>
      </div>
      <DeleteStatement id={statement.id} title={title} />
    </header>
  );
}

function Opened({ id }: { readonly id: string }) {
  const { ontology } = useExplorer();
  const { data, error, refetch } = useStatement(id);
  const open = (edge: Edge): void => {
    const [source, target] = tieEnds(edge, ontology.isDirected(edge.type));
    dispatch({ kind: 'select', selection: { kind: 'tie', type: edge.type, source, target } });
  };
  return (
    <article className="statement-reader" aria-label={texts.statement.heading}>
      {error && <Failure title={texts.errors.panel} error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton height={320} radius="md" aria-label={texts.loading} />}
      {data && (
        <>
          <Head data={data} />
          <Reader
            text={data.statement.text}
            edges={data.graph.edges}
            nodes={data.graph.nodes}
            onOpen={open}
          />
        </>
      )}
    </article>
  );
}

/** All statements, and one of them with its edges in the margin. */
export function StatementsView() {
  const { view } = useExplorer();
  const id = view.settings['statements.id'] ?? '';
  // Beside the list there is room for one: the latest.
  const first = useStatements().data?.pages[0]?.items[0]?.id;
  const shown = id || first;
  return (
    <div className="statements-view" data-open={id ? true : undefined}>
      <StatementList open={shown ?? ''} />
      {shown ? (
        <Opened key={shown} id={shown} />
      ) : (
        <div className="statement-reader">
          <Notice title={texts.statements.choose} hint={texts.statements.chooseHint} />
        </div>
      )}
    </div>
  );
}
