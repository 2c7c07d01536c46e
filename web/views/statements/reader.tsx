import './reader.css';
import { Alert, Button, UnstyledButton } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Edge, EntityNode } from '../../../server/contract.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { LineSwatch } from '../../panels/swatch.tsx';
import type { Passage, Run } from '../../state/evidence/passages.ts';
import { passages } from '../../state/evidence/passages.ts';
import { texts } from '../../texts.ts';

interface Props {
  readonly text: string;
  readonly edges: readonly Edge[];
  readonly nodes: readonly EntityNode[];
  /** Opens an edge in the graph; without it marks only point at their words. */
  readonly onOpen?: (edge: Edge) => void;
}
interface MarkProps {
  readonly edge: Edge;
  readonly nameOf: (id: string) => string;
  readonly isPointed: boolean;
  readonly onPoint: (edge: Edge | null) => void;
  readonly onOpen: ((edge: Edge) => void) | undefined;
}

/** Paragraphs that are drawn at once; a book is not. */
const PAGE = 150;

/** An edge in the margin, beside the words it came from. */
function MarginMark({ edge, nameOf, isPointed, onPoint, onOpen }: MarkProps) {
  const info = useExplorer().ontology.type(edge.type);
  const claimant = edge.speaker && nameOf(edge.speaker);
  return (
    <li>
      <UnstyledButton
        className="margin-mark"
        data-edge={edge.id}
        data-claim={claimant ? true : undefined}
        data-pointed={isPointed || undefined}
        onMouseEnter={() => onPoint(edge)}
        onFocus={() => onPoint(edge)}
        onClick={() => (onOpen ? onOpen(edge) : onPoint(edge))}
      >
        <LineSwatch family={info?.family ?? 'structure'} />
        <span>
          {nameOf(edge.source)} <em className="phrase">{info?.phrase ?? edge.type}</em> {nameOf(edge.target)}
          {claimant && <small> · {texts.evidence.claimBy(claimant)}</small>}
          {edge.modality !== 'asserted' && (
            <small> · {texts.evidence.modality[edge.modality] ?? edge.modality}</small>
          )}
        </span>
      </UnstyledButton>
    </li>
  );
}

interface TextProps {
  readonly run: Run;
  readonly pointed: Edge | null;
  readonly onPoint: (edge: Edge | null) => void;
}

function TextRun({ run, pointed, onPoint }: TextProps) {
  const [first] = run.edges;
  if (!first) return <span>{run.text}</span>;
  const isPointed = run.edges.some((edge) => edge.id === pointed?.id);
  const isClaim = run.edges.every((edge) => edge.speaker);
  return (
    <mark
      data-pointed={isPointed || undefined}
      data-claim={isClaim || undefined}
      onClick={() => onPoint(isPointed && pointed ? pointed : first)}
    >
      {run.text}
    </mark>
  );
}

/** The marks of what is structure stand last: who did what before who is what. */
function useMarked(edges: readonly Edge[]): readonly Edge[] {
  const { ontology } = useExplorer();
  return useMemo(() => edges.filter((edge) => ontology.type(edge.type) !== undefined), [edges, ontology]);
}

/**
 * A statement with every edge in its margin, beside the words it came from: pointing at a mark shows its words, clicking
 * words shows their marks. Only ever text: what a document contains is never read as markup.
 */
export function Reader({ text, edges, nodes, onOpen }: Props) {
  const marked = useMarked(edges);
  const all = useMemo(() => passages(text, marked), [text, marked]);
  const names = useMemo(() => new Map(nodes.map((node) => [node.id, node.name])), [nodes]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const [pointed, setPointed] = useState<Edge | null>(null);
  const [shown, setShown] = useState(PAGE);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!pointed) return;
    const mark = root.current?.querySelector(`[data-edge="${CSS.escape(pointed.id)}"]`);
    mark?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  return (
    <div ref={root} className="reader" data-pointing={pointed ? true : undefined}>
      {marked.length === 0 && (
        <Alert color="gray" title={texts.statement.none}>
          {texts.statement.noneHint}
        </Alert>
      )}
      {all.slice(0, shown).map((passage: Passage) => (
        <div key={passage.start} className="reader-row">
          <p dir="auto">
            {passage.runs.map((run, index) => (
              <TextRun key={index} run={run} pointed={pointed} onPoint={setPointed} />
            ))}
          </p>
          <ul className="plain">
            {passage.begins.map((edge) => (
              <MarginMark
                key={edge.id}
                edge={edge}
                nameOf={nameOf}
                isPointed={edge.id === pointed?.id}
                onPoint={setPointed}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </div>
      ))}
      {all.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {texts.statements.more(all.length - shown)}
        </Button>
      )}
    </div>
  );
}
