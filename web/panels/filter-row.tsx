import { Checkbox, Text, Tooltip, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { texts } from '../texts.ts';

interface Props {
  readonly name: string;
  readonly about: string;
  readonly count: number;
  readonly checked: boolean;
  readonly swatch: ReactNode;
  readonly onToggle: () => void;
  readonly onOnly: () => void;
}

/** One thing to show or hide: swatch, name, how much of it the other filters leave. */
export function FilterRow({ name, about, count, checked, swatch, onToggle, onOnly }: Props) {
  return (
    <div className="filter-row" data-none={count === 0 || undefined}>
      <Tooltip label={about} position="right" multiline maw={260} openDelay={500} withArrow>
        <Checkbox
          size="xs"
          checked={checked}
          onChange={onToggle}
          label={
            <span className="filter-name">
              {swatch}
              {name}
            </span>
          }
        />
      </Tooltip>
      <UnstyledButton className="only" onClick={onOnly} aria-label={texts.filters.onlyThis(name)}>
        {texts.filters.only}
      </UnstyledButton>
      <Text component="span" size="xs" c="dimmed" className="count" title={texts.filters.brings(count)}>
        {texts.number(count)}
      </Text>
    </div>
  );
}
