import { ActionIcon, Tabs, Text, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Question } from '../../../server/contract.ts';
import type { Draft, Notebook } from '../../state/console/notebook.ts';
import { texts } from '../../texts.ts';
import { draftOf } from './draft-of.ts';

interface Props {
  readonly questions: readonly Question[];
  readonly notebook: Notebook;
  readonly onOpen: (draft: Draft, question?: Question) => void;
  readonly onForget: (name: string) => void;
}

interface EntryProps {
  readonly title: string;
  readonly about: string;
  readonly onOpen: () => void;
}
function Entry({ title, about, onOpen }: EntryProps) {
  return (
    <UnstyledButton className="cypher-entry" onClick={onOpen}>
      <span>{title}</span>
      <small>{about}</small>
    </UnstyledButton>
  );
}

const firstLine = (cypher: string): string => cypher.trim().split('\n')[0] ?? '';
const None = ({ text }: { readonly text: string }) => (
  <Text size="sm" c="dimmed" p="xs">
    {text}
  </Text>
);

/** Ready questions, queries with names, and what was asked before. */
export function Shelf({ questions, notebook, onOpen, onForget }: Props) {
  const { saved, history } = notebook;
  return (
    <Tabs defaultValue="questions" className="cypher-shelf" aria-label={texts.console.shelf}>
      <Tabs.List>
        <Tabs.Tab value="questions">{texts.console.questions}</Tabs.Tab>
        <Tabs.Tab value="saved">{texts.console.saved}</Tabs.Tab>
        <Tabs.Tab value="history">{texts.console.history}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="questions">
        <ul className="plain">
          {questions.map((q) => (
            <li key={q.id}>
              <Entry title={q.title} about={q.about} onOpen={() => onOpen(draftOf(q), q)} />
            </li>
          ))}
        </ul>
      </Tabs.Panel>
      <Tabs.Panel value="saved">
        {saved.length === 0 && <None text={texts.console.noneSaved} />}
        <ul className="plain">
          {saved.map((query) => (
            <li key={query.name} className="cypher-saved">
              <Entry title={query.name} about={firstLine(query.cypher)} onOpen={() => onOpen(query)} />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={texts.console.forget(query.name)}
                onClick={() => onForget(query.name)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      </Tabs.Panel>
      <Tabs.Panel value="history">
        {history.length === 0 && <None text={texts.console.noHistory} />}
        <ol className="plain">
          {history.map((draft, at) => (
            <li key={at}>
              <Entry
                title={firstLine(draft.cypher)}
                about={Object.entries(draft.fields)
                  .map(([name, { text }]) => `$${name} = ${text}`)
                  .join(', ')}
                onOpen={() => onOpen(draft)}
              />
            </li>
          ))}
        </ol>
      </Tabs.Panel>
    </Tabs>
  );
}
