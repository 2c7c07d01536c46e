import { Combobox, Kbd, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { QuoteHit, SearchHit } from '../../server/contract.ts';
import { useQuotes, useSearch } from '../api/queries.ts';
import type { Recent } from '../state/session/recent.ts';
import { addRecent, useRecent } from '../state/session/recent.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { QuoteHitRow, SearchHitRow } from './search-hit.tsx';

/** What an option stands for: its kind, and an id or words. */
const NODE = 'node ';
const QUOTE = 'quote ';
const WORDS = 'words ';
/** So long a key must rest before the server is asked; what is no longer wanted is cancelled. */
const REST_MS = 40;

function Names({ title, hits }: { readonly title: string; readonly hits: readonly (SearchHit | Recent)[] }) {
  if (hits.length === 0) return null;
  return (
    <Combobox.Group label={title}>
      {hits.map((hit) => (
        <Combobox.Option className="option" value={NODE + hit.id} key={hit.id}>
          <SearchHitRow hit={hit} />
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}

function Quotes({ query, hits }: { readonly query: string; readonly hits: readonly QuoteHit[] }) {
  if (hits.length === 0) return null;
  return (
    <Combobox.Group label={texts.search.quotes}>
      {hits.map((hit) => (
        <Combobox.Option className="option" value={QUOTE + hit.edge.id} key={hit.edge.id}>
          <QuoteHitRow hit={hit} />
        </Combobox.Option>
      ))}
      <Combobox.Option className="option" value={WORDS + query}>
        <Text size="sm">{texts.search.filter(query)}</Text>
      </Combobox.Option>
    </Combobox.Group>
  );
}

/** What is found for some text: names, then quotes; before anything is typed, what was found last. */
function useFound(query: string) {
  const [search, quotes] = [useSearch(query), useQuotes(query)];
  const recent = useRecent();
  return {
    names: query ? (search.data?.hits ?? []) : recent,
    quotes: query ? (quotes.data?.hits ?? []) : [],
    isWaiting: search.isFetching || quotes.isFetching,
    error: search.error,
  };
}

function take(value: string, names: readonly (SearchHit | Recent)[], quotes: readonly QuoteHit[]): void {
  if (value.startsWith(WORDS)) {
    dispatch({ kind: 'filter', change: { text: value.slice(WORDS.length) } });
  } else if (value.startsWith(QUOTE)) {
    const edge = quotes.find((hit) => QUOTE + hit.edge.id === value)?.edge;
    if (!edge) return;
    const { type, source, target } = edge;
    dispatch({ kind: 'select', selection: { kind: 'tie', type, source, target } });
  } else {
    const id = value.slice(NODE.length);
    const hit = names.find((other) => other.id === id);
    if (hit) addRecent(hit);
    dispatch({ kind: 'reveal', id });
  }
}

/** One box for everything that has a name or was said; `/` comes here from anywhere. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), REST_MS);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { names, quotes, isWaiting, error } = useFound(query);
  // The best hit is taken by Enter as soon as it is there.
  const best = query ? (names[0]?.id ?? quotes[0]?.edge.id) : undefined;
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (best !== undefined) selectFirstOption();
  }, [best, selectFirstOption]);
  useHotkeys([['/', () => input.current?.focus()]]);

  const isEmpty = names.length + quotes.length === 0;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        take(value, names, quotes);
        setText('');
        combobox.closeDropdown();
        input.current?.blur();
      }}
      position="bottom-start"
      width="target"
    >
      <Combobox.Target>
        <TextInput
          ref={input}
          className="search"
          aria-label={texts.search.label}
          placeholder={texts.search.placeholder}
          value={text}
          leftSection={<IconSearch size={16} />}
          rightSection={query && isWaiting ? <Loader size={14} /> : <Kbd size="xs">{texts.search.hint}</Kbd>}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={isEmpty && (!query || isWaiting || error !== null)}>
        <Combobox.Options mah={420} className="scroll" aria-label={texts.search.label}>
          <Names title={query ? texts.search.names : texts.search.recent} hits={names} />
          <Quotes query={query} hits={quotes} />
          {isEmpty && query && <Combobox.Empty>{texts.search.empty(query)}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
