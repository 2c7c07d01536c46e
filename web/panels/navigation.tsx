import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { dispatch } from '../state/view/store.ts';
import { searchFromView } from '../state/view/url.ts';
import type { View } from '../state/view/view.ts';
import { texts } from '../texts.ts';
import type { Workspace } from '../views/registry.ts';
import { WORKSPACES, workspaceOf } from '../views/registry.ts';

const open = (id: string): void => dispatch({ kind: 'mode', mode: id });

/** The address of the same view in another workspace; `./` because an empty link would keep the query. */
const addressIn = (view: View, mode: string): string => searchFromView({ ...view, mode }) || './';

/** A click with a key or another button opens a tab, as on every link. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

function Tab({ entry, view }: { readonly entry: Workspace; readonly view: View }) {
  const { id, title, Icon, load } = entry;
  const isCurrent = workspaceOf(view.mode).id === id;
  return (
    <a
      className="tab"
      href={addressIn(view, id)}
      aria-current={isCurrent ? 'page' : undefined}
      onPointerEnter={() => void load()}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        open(id);
      }}
    >
      <Icon size={20} />
      <span>{title}</span>
    </a>
  );
}

/** The workspaces as links beside the stage. */
export function Navigation({ view }: { readonly view: View }) {
  return (
    <nav className="tabs wide-only" aria-label={texts.landmarks.views}>
      {WORKSPACES.map((entry) => (
        <Tab key={entry.id} entry={entry} view={view} />
      ))}
    </nav>
  );
}

/** The same on a phone: a menu. */
export function NavigationMenu({ view }: { readonly view: View }) {
  const current = workspaceOf(view.mode);
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <Button
          className="narrow-only"
          variant="default"
          size="xs"
          aria-label={texts.header.view(current.title)}
          leftSection={<current.Icon size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {current.title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {WORKSPACES.map(({ id, title, Icon }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon size={16} />}
            aria-current={id === current.id ? 'page' : undefined}
            onClick={() => open(id)}
          >
            <Text size="sm" fw={id === current.id ? 650 : undefined}>
              {title}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
