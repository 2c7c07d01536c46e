import { Checkbox, Text, Tooltip, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { texts } from '../texts.ts';

interface Props {
  /** What the two functions are called with. */
  readonly value: string;
  readonly name: string;
  readonly about: string;
  readonly count: number;
  readonly checked: boolean;
  readonly swatch: ReactNode;
  readonly onToggle: (value: string) => void;
  readonly onOnly: (value: string) => void;
}

/**
 * One thing to show or hide: swatch, name, how much of it the other filters leave. There are many of them and a click
 * changes one: the others are not made anew.
 */
export const FilterRow = memo(function FilterRow({
  value,
  name,
  about,
  count,
  checked,
  swatch,
  onToggle,
  onOnly,
}: Props) {
  return (
    <div className="filter-row" data-none={count === 0 || undefined}>
      <Tooltip label={about} position="right" multiline maw={260} openDelay={500} withArrow>
        <Checkbox
          size="xs"
          checked={checked}
          onChange={() => onToggle(value)}
          label={
            <span className="filter-name">
              {swatch}
              {name}
            </span>
          }
        />
      </Tooltip>
      <UnstyledButton
        className="only"
        onClick={() => onOnly(value)}
        aria-label={texts.filters.onlyThis(name)}
      >
        {texts.filters.only}
      </UnstyledButton>
      <Text component="span" size="xs" c="dimmed" className="count" title={texts.filters.brings(count)}>
        {texts.number(count)}
      </Text>
    </div>
  );
});
