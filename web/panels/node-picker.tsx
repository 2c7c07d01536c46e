import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useNode, useSearch } from '../api/queries.ts';
import { texts } from '../texts.ts';
import { SearchHitRow } from './search-hit.tsx';

interface Props {
  readonly label: string;
  /** Id of the node that is chosen, empty when none is. */
  readonly value: string;
  readonly onPick: (id: string) => void;
}

/** Choose a node by its name. */
export function NodePicker({ label, value, onPick }: Props) {
  const node = useNode(value);
  const [text, setText] = useState<string | null>(null);
  const [query] = useDebouncedValue((text ?? '').trim(), 120);
  const search = useSearch(query);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const hits = query ? (search.data?.hits ?? []) : [];
  const pick = (id: string): void => {
    onPick(id);
    setText(null);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} width="target">
      <Combobox.Target>
        <InputBase
          label={label}
          size="sm"
          placeholder={texts.paths.pick}
          value={text ?? node.data?.node.name ?? (value && node.isError ? value : '')}
          rightSection={search.isFetching ? <Loader size={14} /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && hits[0]) pick(hits[0].id);
          }}
          onBlur={() => {
            combobox.closeDropdown();
            setText(null);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!query || (search.isPending && hits.length === 0)}>
        <Combobox.Options mah={300} className="scroll" aria-label={label}>
          {hits.map((hit) => (
            <Combobox.Option className="option" value={hit.id} key={hit.id}>
              <SearchHitRow hit={hit} />
            </Combobox.Option>
          ))}
          {hits.length === 0 && <Combobox.Empty>{texts.search.empty(query)}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
