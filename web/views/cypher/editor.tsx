import { EditorView } from '@codemirror/view';
import { CypherEditor } from '@neo4j-cypher/react-codemirror';
import { useMemo } from 'react';
import type { CypherSchema } from '../../../server/contract.ts';
import { useScheme } from '../../panels/swatch.tsx';
import { texts } from '../../texts.ts';

interface Props {
  readonly value: string;
  readonly schema: CypherSchema | undefined;
  readonly parameters: readonly string[];
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
}

/** What the editor knows of the store: it completes names of it and marks what cannot be read. */
function useSchema(schema: CypherSchema | undefined, parameters: readonly string[]) {
  return useMemo(() => {
    if (!schema) return {};
    const { labels, relationshipTypes, propertyKeys, procedures } = schema;
    return {
      labels: labels.map((l) => `:${l}`),
      relationshipTypes: relationshipTypes.map((t) => `:${t}`),
      propertyKeys: [...propertyKeys],
      procedures: procedures.map(({ name, signature }) => ({ name, signature, returnItems: [] })),
      parameters: parameters.map((name) => `$${name}`),
    };
  }, [schema, parameters]);
}

const NAMED = [EditorView.contentAttributes.of({ 'aria-label': texts.console.query })];

/** The query, coloured and completed. Tab leaves it, so that the keyboard is not caught. */
export function Editor({ value, schema, parameters, onChange, onRun }: Props) {
  return (
    <div
      className="cypher-editor"
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        onRun();
      }}
    >
      <CypherEditor
        value={value}
        theme={useScheme()}
        lint
        lineWrapping
        autofocus={false}
        autofocusProps={[]}
        tabKey={false}
        cursorWide={false}
        lineNumberFormatter={String}
        placeholder={texts.console.placeholder}
        postExtensions={NAMED}
        onValueChanged={onChange}
        schema={useSchema(schema, parameters)}
      />
    </div>
  );
}
