import { Button, Checkbox, Group, Title } from '@mantine/core';
import type { Facet } from '../../server/contract.ts';
import { useFacets } from '../api/queries.ts';
import type { Family, Ontology, TypeInfo } from '../state/graph/ontology.ts';
import { FAMILIES } from '../state/graph/ontology.ts';
import { dispatch } from '../state/view/store.ts';
import { isFiltered, toggled, type View } from '../state/view/view.ts';
import { texts } from '../texts.ts';
import { DateRange } from './date-range.tsx';
import { useExplorer } from './explorer-context.ts';
import { FilterRow } from './filter-row.tsx';
import { MoreFiltersForm, SignFilter, WordsFilter } from './more-filters-form.tsx';
import { LineSwatch, NodeSwatch } from './swatch.tsx';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Counts by value; until they are known, those of the whole graph. */
type CountOf = (value: string, whole: number) => number;
const countsOf = (facet: Facet | undefined): CountOf => {
  const counts = facet && new Map(facet.values.map(({ value, count }) => [value, count]));
  return (value, whole) => (counts ? (counts.get(value) ?? 0) : whole);
};

interface RowsProps {
  readonly ontology: Ontology;
  readonly view: View;
  readonly countOf: CountOf;
}

function LabelRows({ ontology, view, countOf }: RowsProps) {
  const all = ontology.labelNames;
  const shown = view.labels ?? all;
  const set = (names: readonly string[]): void => dispatch({ kind: 'labels', names, all });
  return ontology.labels.map((label) => (
    <FilterRow
      key={label.name}
      name={capital(label.plural)}
      about={label.about}
      count={countOf(label.name, label.count)}
      checked={shown.includes(label.name)}
      swatch={<NodeSwatch label={label.name} actor={label.actor} />}
      onToggle={() => set(toggled(shown, label.name))}
      onOnly={() => set([label.name])}
    />
  ));
}

interface FamilyProps {
  readonly family: Family;
  readonly types: readonly TypeInfo[];
  readonly shown: readonly string[];
  readonly countOf: CountOf;
  readonly set: (names: readonly string[]) => void;
}

function FamilyRows({ family, types, shown, countOf, set }: FamilyProps) {
  const names = types.map((type) => type.name);
  const on = names.filter((name) => shown.includes(name)).length;
  const others = shown.filter((name) => !names.includes(name));
  return (
    <fieldset className="family">
      <legend className="sr-only">{texts.families[family]}</legend>
      <Checkbox
        size="xs"
        className="family-head"
        checked={on === names.length}
        indeterminate={on > 0 && on < names.length}
        onChange={() => set(on === names.length ? others : [...others, ...names])}
        label={texts.families[family]}
      />
      {types.map((type) => (
        <FilterRow
          key={type.name}
          name={capital(type.phrase)}
          about={type.about}
          count={countOf(type.name, type.count)}
          checked={shown.includes(type.name)}
          swatch={<LineSwatch family={family} />}
          onToggle={() => set(toggled(shown, type.name))}
          onOnly={() => set([type.name])}
        />
      ))}
    </fieldset>
  );
}

function RelationRows({ ontology, view, countOf }: RowsProps) {
  const all = ontology.typeNames;
  const shown = view.types ?? all;
  const set = (names: readonly string[]): void => dispatch({ kind: 'types', names, all });
  return FAMILIES.map((family) => {
    const types = ontology.types.filter((type) => type.family === family);
    return (
      <FamilyRows key={family} family={family} types={types} shown={shown} countOf={countOf} set={set} />
    );
  });
}

/** What of the graph is shown. Each count is of what passes the other filters: it tells before a click what it will bring. */
export function FiltersPanel() {
  const { ontology, view, isGraphThere } = useExplorer();
  const facets = useFacets(view, isGraphThere).data;
  return (
    <div className="filters">
      <Group justify="space-between" className="filters-head">
        <Title order={2} size="h5">
          {texts.filters.title}
        </Title>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={!isFiltered(view)}
          onClick={() => dispatch({ kind: 'clear-filters' })}
        >
          {texts.filters.clear}
        </Button>
      </Group>
      <Title order={3} size="h6">
        {texts.filters.dates}
      </Title>
      <DateRange from={view.from} to={view.to} />
      <WordsFilter key={view.more.text} text={view.more.text} />
      <SignFilter more={view.more} facets={facets} />
      <Title order={3} size="h6">
        {texts.filters.labels}
      </Title>
      <LabelRows ontology={ontology} view={view} countOf={countsOf(facets?.labels)} />
      <Title order={3} size="h6">
        {texts.filters.relations}
      </Title>
      <RelationRows ontology={ontology} view={view} countOf={countsOf(facets?.types)} />
      <MoreFiltersForm more={view.more} facets={facets} />
    </div>
  );
}
