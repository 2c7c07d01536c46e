import { Button, Checkbox, Group, Title } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { Facet } from '../../server/contract.ts';
import { useFacets } from '../api/queries.ts';
import type { Family, Ontology } from '../state/graph/ontology.ts';
import { FAMILIES } from '../state/graph/ontology.ts';
import { dispatch } from '../state/view/store.ts';
import { isFiltered, type View } from '../state/view/view.ts';
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

/** What the rows of one field do; the same functions as long as the ontology is. */
function useToggles(of: 'labels' | 'types', all: readonly string[]) {
  return useMemo(
    () => ({
      onToggle: (name: string): void => dispatch({ kind: 'toggle', of, name, all }),
      onOnly: (name: string): void => dispatch({ kind: of, names: [name], all }),
    }),
    [of, all],
  );
}

function LabelRows({ ontology, view, countOf }: RowsProps) {
  const shown = view.labels ?? ontology.labelNames;
  const toggles = useToggles('labels', ontology.labelNames);
  const swatches = useMemo(
    () => ontology.labels.map(({ name, actor }) => <NodeSwatch key={name} label={name} actor={actor} />),
    [ontology],
  );
  return ontology.labels.map((label, i) => (
    <FilterRow
      key={label.name}
      value={label.name}
      name={capital(label.plural)}
      about={label.about}
      count={countOf(label.name, label.count)}
      checked={shown.includes(label.name)}
      swatch={swatches[i]}
      {...toggles}
    />
  ));
}

interface FamilyProps extends RowsProps {
  readonly family: Family;
}

function FamilyRows({ family, ontology, view, countOf }: FamilyProps) {
  const all = ontology.typeNames;
  const shown = view.types ?? all;
  const toggles = useToggles('types', all);
  const swatch = useMemo(() => <LineSwatch family={family} />, [family]);
  const types = ontology.types.filter((type) => type.family === family);
  const names = types.map((type) => type.name);
  const on = names.filter((name) => shown.includes(name)).length;
  const others = shown.filter((name) => !names.includes(name));
  const set = (chosen: readonly string[]): void => dispatch({ kind: 'types', names: chosen, all });
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
          value={type.name}
          name={capital(type.phrase)}
          about={type.about}
          count={countOf(type.name, type.count)}
          checked={shown.includes(type.name)}
          swatch={swatch}
          {...toggles}
        />
      ))}
    </fieldset>
  );
}

const RelationRows = (props: RowsProps) =>
  FAMILIES.map((family) => <FamilyRows key={family} family={family} {...props} />);

/** What of the graph is shown. Each count is of what passes the other filters: it tells before a click what it will bring. */
export const FiltersPanel = memo(function FiltersPanel() {
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
});
