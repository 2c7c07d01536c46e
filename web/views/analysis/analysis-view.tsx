import './analysis.css';
import { Loader, Skeleton, Tabs, Text } from '@mantine/core';
import type { AnalysisAnswer } from '../../../server/contract.ts';
import { useAnalysis } from '../../api/analysis.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { Failure } from '../../panels/failure.tsx';
import { Notice } from '../../panels/notice.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { Groups } from './groups.tsx';
import { Ranking } from './ranking.tsx';
import { BlocsPart, Triads } from './signed.tsx';

/** What each part of the analysis is given. */
export interface PartProps {
  readonly answer: AnalysisAnswer;
  readonly nameOf: (id: string) => string;
}
const PARTS = ['ranking', 'communities', 'triads', 'blocs'] as const;
type Part = (typeof PARTS)[number];

function Communities({ answer, nameOf }: PartProps) {
  const { modularity, groups } = answer.analysis.communities;
  return (
    <>
      <Text size="sm" c="dimmed">
        {texts.analysis.communitiesAbout}
      </Text>
      <Text size="sm">
        {groups.length === 0 ? texts.analysis.noCommunities : texts.analysis.modularity(modularity)}
      </Text>
      <Groups groups={groups} title={texts.analysis.community} nameOf={nameOf} />
    </>
  );
}

interface BodyProps extends PartProps {
  readonly part: Part;
  readonly blocs: number;
  readonly by: string | undefined;
}

function Body({ part, answer, nameOf, blocs, by }: BodyProps) {
  const props = { answer, nameOf };
  if (answer.analysis.of.edges === 0) {
    return <Notice title={texts.analysis.nothing} hint={texts.analysis.nothingHint} />;
  }
  switch (part) {
    case 'ranking':
      return <Ranking {...props} by={by} />;
    case 'communities':
      return <Communities {...props} />;
    case 'triads':
      return <Triads {...props} />;
    case 'blocs':
      return <BlocsPart {...props} count={blocs} />;
  }
}

const blocCount = (text: string | undefined): number => {
  const count = Number(text ?? 2);
  return Number.isInteger(count) && count >= 2 && count <= 8 ? count : 2;
};

/** Measures of everything that passes the filters, each with what it means. */
export function AnalysisView() {
  const { view } = useExplorer();
  const part = PARTS.find((name) => name === view.settings['analysis.part']) ?? PARTS[0];
  const blocs = blocCount(view.settings['analysis.blocs']);
  const { data, error, refetch, isFetching } = useAnalysis(view, blocs);
  const names = new Map(data?.nodes.map((node) => [node.id, node.name]));
  const show = (value: string | null): void =>
    dispatch({ kind: 'settings', values: { 'analysis.part': value === PARTS[0] ? '' : (value ?? '') } });
  return (
    <Tabs value={part} onChange={show} className="analysis-view" keepMounted={false}>
      <Tabs.List>
        {PARTS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {texts.analysis.parts[name]}
          </Tabs.Tab>
        ))}
        {isFetching && <Loader size={14} m="auto 12px" aria-label={texts.status.updating} />}
      </Tabs.List>
      {PARTS.map((name) => (
        <Tabs.Panel key={name} value={name} className="analysis-part">
          {error && <Failure title={texts.errors.panel} error={error} onRetry={refetch} />}
          {!data && !error && <Skeleton height={260} radius="md" aria-label={texts.loading} />}
          {data && (
            <Body
              part={name}
              answer={data}
              nameOf={(id) => names.get(id) ?? id.replace(/^\w+:/, '')}
              blocs={blocs}
              by={view.settings['analysis.by']}
            />
          )}
          {data && (
            <Text size="xs" c="dimmed" role="status">
              {texts.analysis.of(data.analysis.of.nodes, data.analysis.of.edges)}
            </Text>
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
