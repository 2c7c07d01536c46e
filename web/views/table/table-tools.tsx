import { ActionIcon, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { IconCheck, IconColumns3, IconCopy, IconDownload } from '@tabler/icons-react';
import { useClipboard } from '@mantine/hooks';
import { saveFile } from '../../state/export/save-file.ts';
import { texts } from '../../texts.ts';
import type { Column, Keyed } from './columns.ts';
import { toCsv, toTabs } from './columns.ts';

export const KINDS = ['ties', 'nodes', 'edges'] as const;
export type Kind = (typeof KINDS)[number];

interface Props<Row extends Keyed> {
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  readonly columns: readonly Column<Row>[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  /** The rows as they stand now. */
  readonly rows: readonly Row[];
}

function ColumnMenu<Row extends Keyed>({ columns, hidden, onToggle }: Props<Row>) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="md" aria-label={texts.tables.columns}>
          <IconColumns3 size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ id, title }) => (
          <Menu.CheckboxItem key={id} checked={!hidden.has(id)} onChange={() => onToggle(id)}>
            {title}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be done with the table as it stands. */
export function TableTools<Row extends Keyed>(props: Props<Row>) {
  const { kind, onKind, filter, onFilter, columns, hidden, rows } = props;
  const clipboard = useClipboard({ timeout: 1500 });
  const shown = columns.filter((column) => !hidden.has(column.id));
  return (
    <div className="table-tools">
      <SegmentedControl
        size="xs"
        aria-label={texts.tables.of}
        value={kind}
        onChange={(value) => onKind(value as Kind)}
        data={KINDS.map((value) => ({ value, label: texts.tables.kinds[value] }))}
      />
      <TextInput
        size="xs"
        className="grow"
        maw={260}
        aria-label={texts.tables.filter}
        placeholder={texts.tables.filter}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
      />
      <span className="table-count" role="status">
        {texts.tables.rows(rows.length)}
      </span>
      <ColumnMenu {...props} />
      <ActionIcon
        variant="default"
        size="md"
        aria-label={clipboard.copied ? texts.tables.copied : texts.tables.copy}
        onClick={() => clipboard.copy(toTabs(shown, rows))}
      >
        {clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={texts.tables.download}
        onClick={() => saveFile(`entente-${kind}.csv`, 'text/csv;charset=utf-8', toCsv(shown, rows))}
      >
        <IconDownload size={16} />
      </ActionIcon>
    </div>
  );
}
