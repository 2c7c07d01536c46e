import { Combobox, Kbd, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useSearch } from '../api/queries.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { SearchHitRow } from './search-hit.tsx';

/** One box for everything that has a name; `/` comes here from anywhere. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 120);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const search = useSearch(query);
  const hits = query ? (search.data?.hits ?? []) : [];
  // The best hit is taken by Enter as soon as it is there.
  const best = hits[0]?.id;
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (best !== undefined) selectFirstOption();
  }, [best, selectFirstOption]);
  useHotkeys([['/', () => input.current?.focus()]]);

  const pick = (id: string): void => {
    dispatch({ kind: 'reveal', id });
    setText('');
    combobox.closeDropdown();
    input.current?.blur();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} position="bottom-start" width="target">
      <Combobox.Target>
        <TextInput
          ref={input}
          className="search"
          aria-label={texts.search.label}
          placeholder={texts.search.placeholder}
          value={text}
          leftSection={<IconSearch size={16} />}
          rightSection={search.isFetching ? <Loader size={14} /> : <Kbd size="xs">{texts.search.hint}</Kbd>}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => text && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!query || (search.isPending && hits.length === 0)}>
        <Combobox.Options mah={360} className="scroll" aria-label={texts.search.label}>
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
