import { Button, Checkbox, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Facet, FacetValue } from '../../server/contract.ts';
import type { ListFilter } from '../state/view/more-filters.ts';
import { dispatch } from '../state/view/store.ts';
import { toggled } from '../state/view/view.ts';
import { texts } from '../texts.ts';

const SHOWN = 8;

interface Props {
  readonly name: ListFilter;
  readonly facet: Facet | undefined;
  readonly chosen: readonly string[];
  readonly nameOf?: (value: FacetValue) => string;
}

const ordinary = ({ name, value }: FacetValue): string => name ?? value;

/** Chosen values first, so that they stay in sight; then those that most edges have. */
function ordered(values: readonly FacetValue[], chosen: readonly string[]): readonly FacetValue[] {
  const isChosen = ({ value }: FacetValue): boolean => chosen.includes(value);
  return [...values.filter(isChosen), ...values.filter((value) => !isChosen(value))];
}

/** The values of one field with what each would show; any number can be chosen, none shows all. */
export function FacetList(props: Props) {
  const { name, chosen } = props;
  const [isOpen, setOpen] = useState(false);
  const hasChosen = chosen.length > 0;
  return (
    <details
      className="facet"
      open={isOpen || hasChosen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {texts.filters.fields[name]}
        {hasChosen && <span className="pieces">{texts.number(chosen.length)}</span>}
      </summary>
      {(isOpen || hasChosen) && <FacetValues {...props} />}
    </details>
  );
}

function FacetValues({ name, facet, chosen, nameOf = ordinary }: Props) {
  const [search, setSearch] = useState('');
  const [isWhole, setWhole] = useState(false);
  const title = texts.filters.fields[name];
  const found = ordered(facet?.values ?? [], chosen).filter((value) =>
    nameOf(value).toLowerCase().includes(search.trim().toLowerCase()),
  );
  const shown = isWhole || search ? found : found.slice(0, Math.max(SHOWN, chosen.length));
  const left = found.length - shown.length;
  return (
    <>
      {(facet?.values.length ?? 0) > SHOWN && (
        <TextInput
          size="xs"
          mb={6}
          aria-label={texts.filters.find(title)}
          placeholder={texts.filters.find(title)}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {shown.map((value) => (
        <div className="filter-row" key={value.value} data-none={value.count === 0 || undefined}>
          <Checkbox
            size="xs"
            checked={chosen.includes(value.value)}
            onChange={() => dispatch({ kind: 'filter', change: { [name]: toggled(chosen, value.value) } })}
            label={<span className="facet-name">{nameOf(value)}</span>}
          />
          <Text component="span" size="xs" c="dimmed" className="count">
            {texts.number(value.count)}
          </Text>
        </div>
      ))}
      {found.length === 0 && (
        <Text size="xs" c="dimmed">
          {texts.filters.none}
        </Text>
      )}
      {left > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          {texts.filters.more(left)}
        </Button>
      )}
      {facet !== undefined && facet.more > 0 && (isWhole || search !== '') && (
        <Text size="xs" c="dimmed">
          {texts.filters.rest(facet.more)}
        </Text>
      )}
    </>
  );
}
