import { Button, FileButton, Group, Loader, Table, Text } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Decision } from '../../../server/contract.ts';
import { decisionFile, useDecide, useDecisions } from '../../api/merges.ts';
import { Failure } from '../../panels/failure.tsx';
import { Notice } from '../../panels/notice.tsx';
import { saveFile } from '../../state/export/save-file.ts';
import { texts } from '../../texts.ts';

const words = texts.merges.decided;
type Decide = ReturnType<typeof useDecide>;

const otherOf = (d: Decision): string => ('other' in d ? d.other : '');

function Row({
  decision: d,
  nameOf,
  decide,
}: {
  readonly decision: Decision;
  readonly nameOf: (id: string) => string;
  readonly decide: Decide;
}) {
  const about = 'other' in d ? `${nameOf(d.id)}, ${nameOf(d.other)}` : nameOf(d.id);
  return (
    <Table.Tr>
      <Table.Td className="anywhere">{nameOf(d.id)}</Table.Td>
      <Table.Td>{words.words[d.verdict]}</Table.Td>
      <Table.Td className="anywhere">{otherOf(d) && nameOf(otherOf(d))}</Table.Td>
      <Table.Td className="anywhere">{d.note}</Table.Td>
      <Table.Td>
        <Group gap={6} justify="flex-end" wrap="nowrap">
          {d.verdict === 'same' && (
            <Button
              size="compact-xs"
              variant="default"
              disabled={decide.isPending}
              aria-label={words.of(words.split, about)}
              onClick={() => decide.mutate({ decisions: [{ ...d, verdict: 'different' }] })}
            >
              {words.split}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            disabled={decide.isPending}
            aria-label={words.of(words.withdraw, about)}
            onClick={() => decide.mutate({ withdraw: [d] })}
          >
            {words.withdraw}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** What was decided: undone one by one, saved for others, taken in from them. */
export function Decided() {
  const { data, error, refetch } = useDecisions();
  const decide = useDecide();
  const [taken, setTaken] = useState('');
  const [failure, setFailure] = useState<Error | null>(null);
  if (error) return <Failure title={texts.errors.panel} error={error} onRetry={refetch} />;
  if (!data) return <Loader size="sm" aria-label={texts.loading} />;
  const names = new Map(data.nodes.map((node) => [node.id, node.name]));
  // One that became another has no node any more: its id says who it was.
  const nameOf = (id: string): string => names.get(id) ?? id;
  const load = async (file: File | null): Promise<void> => {
    if (!file) return;
    const content = await file.text();
    decide.mutate({ content }, { onSuccess: ({ decided }) => setTaken(words.taken(decided)) });
  };
  const save = (): void => {
    decisionFile().then(
      (text) => saveFile('entente-decisions.tsv', 'text/tab-separated-values', text),
      (reason: unknown) => setFailure(reason instanceof Error ? reason : new Error(String(reason))),
    );
  };
  const problem = decide.error ?? failure;
  return (
    <>
      <Group gap="xs" mb="sm">
        <Button size="compact-sm" variant="default" leftSection={<IconDownload size={15} />} onClick={save}>
          {words.save}
        </Button>
        <FileButton accept=".tsv,text/tab-separated-values,text/plain" onChange={(file) => void load(file)}>
          {(props) => (
            <Button size="compact-sm" variant="default" leftSection={<IconUpload size={15} />} {...props}>
              {words.load}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed" role="status">
          {taken}
        </Text>
      </Group>
      {problem && <Failure title={texts.merges.notDone} error={problem} />}
      {data.decisions.length === 0 ? (
        <Notice title={words.none} hint={words.noneHint} />
      ) : (
        <div className="merge-table">
          <Table fz="sm" verticalSpacing={4} aria-label={texts.merges.parts.decided}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.about}</Table.Th>
                <Table.Th scope="col">{words.verdict}</Table.Th>
                <Table.Th scope="col">
                  <span className="sr-only">{words.about}</span>
                </Table.Th>
                <Table.Th scope="col">{words.note}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.decisions.map((d) => (
                <Row
                  key={`${d.verdict} ${d.id} ${otherOf(d)}`}
                  decision={d}
                  nameOf={nameOf}
                  decide={decide}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </>
  );
}
