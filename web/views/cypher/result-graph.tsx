import { Alert, Button, Text } from '@mantine/core';
import { IconAffiliate } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { GraphResponse } from '../../../server/contract.ts';
import { AppearanceController } from '../../graph/appearance-controller.tsx';
import { DataController } from '../../graph/data-controller.tsx';
import { picture } from '../../graph/draw.ts';
import { GraphCanvas } from '../../graph/graph-canvas.tsx';
import { LabelController } from '../../graph/label-controller.tsx';
import { PointerController } from '../../graph/pointer-controller.tsx';
import { useExplorer } from '../../panels/explorer-context.ts';
import { useScheme } from '../../panels/swatch.tsx';
import { shownResult } from '../../state/graph/shown-result.ts';
import { groupTies, mergeParts } from '../../state/graph/ties.ts';
import { dispatch } from '../../state/view/store.ts';
import type { Selection } from '../../state/view/view.ts';
import { texts } from '../../texts.ts';

const NOTHING = { node: null, lines: [], ends: [] };

/** Opens the nodes and edges of a result in the explorer, in place of the base graph. */
function showInExplorer({ graph, truncated }: GraphResponse): void {
  shownResult.set({ ...graph, totalEdges: graph.edges.length, truncated, stated: {} });
  dispatch({ kind: 'clear-filters' });
  dispatch({ kind: 'mode', mode: 'graph' });
}

/** The nodes and edges among the values, as a picture. */
export function ResultGraph({ result }: { readonly result: GraphResponse }) {
  const { ontology } = useExplorer();
  const scheme = useScheme();
  const [isUnable, setUnable] = useState(false);
  const onUnable = useCallback(() => setUnable(true), []);
  const { ties, loaded } = useMemo(() => {
    const found = mergeParts([result.graph]);
    return { ties: groupTies([...found.edges.values()], ontology.isDirected), loaded: found };
  }, [result, ontology]);
  const drawn = useMemo(() => picture(ties, loaded, ontology), [ties, loaded, ontology]);
  const tieOf = useCallback(
    (key: string): Selection | null => {
      const tie = ties.find((other) => other.key === key);
      return tie ? { kind: 'tie', type: tie.type, source: tie.source, target: tie.target } : null;
    },
    [ties],
  );
  if (ties.length === 0)
    return (
      <Text size="sm" c="dimmed" p="sm">
        {texts.console.noGraph}
      </Text>
    );
  return (
    <>
      <div className="canvas-area cypher-canvas">
        {isUnable ? (
          <Alert color="yellow">{texts.errors.noCanvas}</Alert>
        ) : (
          <GraphCanvas
            description={texts.canvas.describe(drawn.nodes.length, drawn.lines.length)}
            onUnable={onUnable}
          >
            <DataController picture={drawn} />
            <AppearanceController pointed={NOTHING} scheme={scheme} />
            <LabelController scheme={scheme} />
            <PointerController tieOf={tieOf} />
          </GraphCanvas>
        )}
      </div>
      <Button
        m="xs"
        size="xs"
        variant="default"
        leftSection={<IconAffiliate size={16} />}
        onClick={() => showInExplorer(result)}
      >
        {texts.console.show}
      </Button>
    </>
  );
}
