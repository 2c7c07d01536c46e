import { NativeSelect, SegmentedControl, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { Facets, FacetValue } from '../../server/contract.ts';
import type { LeastFilter, MoreFilters } from '../state/view/more-filters.ts';
import { LEAST_FILTERS, NO_MORE_FILTERS } from '../state/view/more-filters.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { FacetList } from './facet-list.tsx';

interface Props {
  readonly more: MoreFilters;
  readonly facets: Facets | undefined;
}

const change = (values: Partial<MoreFilters>): void => dispatch({ kind: 'filter', change: values });

/** Cooperation, conflict or both. */
export function SignFilter({ more, facets }: Props) {
  const count = (value: string): string => {
    const found = facets?.sign.values.find((other) => other.value === value);
    return found ? ` ${texts.number(found.count)}` : '';
  };
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      mt={10}
      aria-label={texts.filters.fields.sign}
      value={more.sign}
      onChange={(sign) => change({ sign: sign as MoreFilters['sign'] })}
      data={[
        { value: '', label: texts.filters.signs.all },
        { value: 'cooperation', label: texts.filters.signs.cooperation + count('cooperation') },
        { value: 'conflict', label: texts.filters.signs.conflict + count('conflict') },
      ]}
    />
  );
}

/** Words that quotes must have; taken over on Enter or when the field is left. */
export function WordsFilter({ text }: { readonly text: string }) {
  const [draft, setDraft] = useState(text);
  const commit = (): void => {
    if (draft.trim() !== text) change({ text: draft.trim() });
  };
  return (
    <TextInput
      size="xs"
      mt={10}
      label={texts.filters.fields.text}
      placeholder={texts.filters.wordsHint}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

/** The least of something, with how many edges reach each step. */
function LeastSelect({
  name,
  value,
  facets,
}: {
  readonly name: LeastFilter;
  readonly value: number;
  readonly facets: Facets | undefined;
}) {
  const steps = facets?.[name].values ?? [];
  const told = steps.some((step) => Number(step.value) === value)
    ? steps
    : [...steps, { value: String(value), count: NaN }];
  return (
    <NativeSelect
      size="xs"
      mt={6}
      label={texts.filters.fields[name]}
      value={String(value)}
      onChange={(event) => change({ [name]: Number(event.currentTarget.value) })}
      data={told.map((step) => ({
        value: step.value,
        label: texts.filters.least(
          name,
          Number(step.value),
          Number(step.value) === NO_MORE_FILTERS[name],
          Number.isNaN(step.count) ? undefined : step.count,
        ),
      }))}
    />
  );
}

const modalityName = ({ value }: FacetValue): string => texts.evidence.modality[value] ?? value;
const speakerName = ({ value, name }: FacetValue): string =>
  value === 'none' ? texts.filters.reported : (name ?? value);

/** Where, about what, who says so, who published it, how sure: each with counts before it is chosen. */
export function MoreFiltersForm({ more, facets }: Props) {
  return (
    <>
      <Title order={3} size="h6">
        {texts.filters.who}
      </Title>
      <FacetList name="countries" facet={facets?.countries} chosen={more.countries} />
      <FacetList name="issues" facet={facets?.issues} chosen={more.issues} />
      <FacetList name="speakers" facet={facets?.speakers} chosen={more.speakers} nameOf={speakerName} />
      <FacetList name="sources" facet={facets?.sources} chosen={more.sources} />
      <FacetList name="modality" facet={facets?.modality} chosen={more.modality} nameOf={modalityName} />
      <Title order={3} size="h6">
        {texts.filters.strength}
      </Title>
      {LEAST_FILTERS.map((name) => (
        <LeastSelect key={name} name={name} value={more[name]} facets={facets} />
      ))}
    </>
  );
}
