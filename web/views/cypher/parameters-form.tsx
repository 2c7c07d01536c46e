import { Checkbox, Group, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { Field, Fields, ParameterType } from '../../state/console/parameters.ts';
import { PARAMETER_TYPES, readField } from '../../state/console/parameters.ts';
import { texts } from '../../texts.ts';

interface Props {
  readonly fields: Fields;
  readonly labels: Readonly<Record<string, string>>;
  readonly onChange: (name: string, field: Field) => void;
}
interface InputProps {
  readonly label: string;
  readonly field: Field;
  readonly onChange: (field: Field) => void;
}

function Value({ label, field, onChange }: InputProps) {
  const { type, text } = field;
  const wrong = 'wrong' in readField(field) && text !== '';
  const error = wrong && texts.console.wrong[type];
  const set = (value: string): void => onChange({ type, text: value });
  if (type === 'boolean') {
    const checked = text === 'true';
    return (
      <Checkbox label={label} checked={checked} onChange={(e) => set(String(e.currentTarget.checked))} />
    );
  }
  if (type === 'number') {
    return (
      <NumberInput size="xs" label={label} value={text} error={error} onChange={(v) => set(String(v))} />
    );
  }
  const common = { size: 'xs', label, value: text, error } as const;
  if (type === 'json') return <Textarea autosize {...common} onChange={(e) => set(e.currentTarget.value)} />;
  const placeholder = type === 'date' ? 'YYYY-MM-DD' : undefined;
  return <TextInput {...common} placeholder={placeholder} onChange={(e) => set(e.currentTarget.value)} />;
}

/** The parameters of the query, each asked for by its type. */
export function ParametersForm({ fields, labels, onChange }: Props) {
  const entries = Object.entries(fields);
  if (entries.length === 0) return null;
  return (
    <fieldset className="cypher-parameters">
      <legend>{texts.console.parameters}</legend>
      {entries.map(([name, field]) => (
        <Group key={name} gap={6} align="flex-start" wrap="nowrap">
          <Value label={labels[name] ?? `$${name}`} field={field} onChange={(next) => onChange(name, next)} />
          <NativeSelect
            size="xs"
            label={texts.console.type}
            aria-label={texts.console.typeOf(labels[name] ?? `$${name}`)}
            value={field.type}
            data={PARAMETER_TYPES.map((value) => ({ value, label: texts.console.types[value] }))}
            onChange={(e) => onChange(name, { ...field, type: e.currentTarget.value as ParameterType })}
          />
        </Group>
      ))}
    </fieldset>
  );
}
