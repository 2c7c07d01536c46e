import '@neo4j-cypher/codemirror/css/cypher-codemirror.css';
import './cypher.css';
import { Loader, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Question } from '../../../server/contract.ts';
import { useCypherSchema, useQuestions } from '../../api/queries.ts';
import { Failure } from '../../panels/failure.tsx';
import { useExplorer } from '../../panels/explorer-context.ts';
import { draftIn, settingsOf } from '../../state/console/address.ts';
import type { Draft } from '../../state/console/notebook.ts';
import { forget, remember, save } from '../../state/console/notebook.ts';
import type { Field } from '../../state/console/parameters.ts';
import { fieldsFor, readFields } from '../../state/console/parameters.ts';
import { useNotebook } from '../../state/console/use-notebook.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { Actions } from './actions.tsx';
import { Editor } from './editor.tsx';
import { ParametersForm } from './parameters-form.tsx';
import { Result } from './result.tsx';
import { Shelf } from './shelf.tsx';
import { useRun } from './use-run.ts';

const FIRST: Draft = { cypher: texts.console.first, fields: {} };

const labelsOf = (question: Question | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(question?.parameters ?? {}).map(([name, p]) => [name, p.label]));

/** The query that the page's address names; the same object while it does not change. */
function useLinkedDraft(): Draft | undefined {
  const { settings } = useExplorer().view;
  const { 'cypher.query': query = '', 'cypher.parameters': parameters = '' } = settings;
  return useMemo(
    () => draftIn({ 'cypher.query': query, 'cypher.parameters': parameters }),
    [query, parameters],
  );
}

/** The Cypher console: questions on a shelf, the query with its parameters, and what it gave. */
export function CypherView() {
  const questions = useQuestions();
  const schema = useCypherSchema();
  const [notebook, change] = useNotebook();
  const linked = useLinkedDraft();
  const [draft, setDraft] = useState<Draft>(() => linked ?? notebook.history[0] ?? FIRST);
  const [adopted, setAdopted] = useState(linked);
  if (linked !== adopted) {
    // Another address, by a link or by "back".
    setAdopted(linked);
    if (linked) setDraft(linked);
  }
  const [question, setQuestion] = useState<Question>();
  const { run, cancel, isRunning, isCancelled, result, error } = useRun();
  const fields = useMemo(() => fieldsFor(draft.cypher, draft.fields), [draft]);
  const read = readFields(fields);

  const start = (prefix?: string): void => {
    if ('wrong' in read || draft.cypher.trim() === '') return;
    const asked = { cypher: draft.cypher, fields };
    change((before) => remember(before, asked));
    dispatch({ kind: 'settings', values: settingsOf(asked) });
    run({ query: prefix ? `${prefix} ${draft.cypher}` : draft.cypher, params: read.values });
  };
  const setField = (name: string, field: Field): void =>
    setDraft({ ...draft, fields: { ...draft.fields, [name]: field } });

  return (
    <div className="cypher">
      <aside className="cypher-side" aria-label={texts.console.shelf}>
        <Shelf
          questions={questions.data?.questions ?? []}
          notebook={notebook}
          onForget={(name) => change((before) => forget(before, name))}
          onOpen={(opened, asked) => {
            setDraft({ cypher: opened.cypher, fields: opened.fields });
            setQuestion(asked);
          }}
        />
      </aside>
      <div className="cypher-main">
        <Editor
          value={draft.cypher}
          schema={schema.data}
          parameters={useMemo(() => Object.keys(fields), [fields])}
          onChange={(cypher) => setDraft((before) => ({ ...before, cypher }))}
          onRun={() => start()}
        />
        <ParametersForm fields={fields} labels={labelsOf(question)} onChange={setField} />
        {'wrong' in read && (
          <Text size="sm" c="red" role="alert">
            {texts.console.missing(read.wrong)}
          </Text>
        )}
        <Actions
          isRunning={isRunning}
          canPlan={schema.data?.capabilities.plan ?? false}
          onRun={start}
          onCancel={cancel}
          onSave={(name) => change((before) => save(before, { name, cypher: draft.cypher, fields }))}
        />
        {isRunning && <Loader size="sm" aria-label={texts.console.running} />}
        {isCancelled && !isRunning && <Text role="status">{texts.console.cancelled}</Text>}
        {error && <Failure title={texts.console.failed} error={error} />}
        {result && !error && !isRunning && !isCancelled && <Result key={result.ms} result={result} />}
      </div>
    </div>
  );
}
