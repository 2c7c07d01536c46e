import { ActionIcon, Button, Menu, Text, useMantineColorScheme } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconDeviceDesktop,
  IconMoon,
  IconPlus,
  IconSun,
} from '@tabler/icons-react';
import type { View } from '../state/view/view.ts';
import { texts } from '../texts.ts';
import { workspaceOf } from '../views/registry.ts';
import { Keyboard } from './keyboard.tsx';
import { NavigationMenu } from './navigation.tsx';
import { SearchBox } from './search-box.tsx';
import { ViewsMenu } from './views-menu.tsx';

const SCHEMES = [
  { name: 'auto', Icon: IconDeviceDesktop },
  { name: 'light', Icon: IconSun },
  { name: 'dark', Icon: IconMoon },
] as const;

function SchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { Icon } = SCHEMES.find(({ name }) => name === colorScheme) ?? SCHEMES[0];
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={texts.header.theme}>
          <Icon size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(({ name, Icon: ItemIcon }) => (
          <Menu.Item key={name} leftSection={<ItemIcon size={16} />} onClick={() => setColorScheme(name)}>
            {texts.header.themes[name]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface Props {
  readonly view: View;
  readonly onAdd: () => void;
  readonly onFilters: () => void;
}

export function Header({ view, onAdd, onFilters }: Props) {
  return (
    <header className="header">
      <Text component="h1" className="brand" title={texts.tagline}>
        <img src="/icon.svg" alt="" width="22" height="22" />
        <span>{texts.product}</span>
      </Text>
      <SearchBox />
      <div className="header-tools">
        {workspaceOf(view.mode).filtered && (
          <ActionIcon
            className="narrow-only"
            variant="default"
            size="lg"
            aria-label={texts.header.filters}
            onClick={onFilters}
          >
            <IconAdjustmentsHorizontal size={18} />
          </ActionIcon>
        )}
        <NavigationMenu view={view} />
        <Button className="wide-only" size="xs" leftSection={<IconPlus size={15} />} onClick={onAdd}>
          {texts.header.add}
        </Button>
        <ActionIcon className="narrow-only" size="lg" aria-label={texts.header.add} onClick={onAdd}>
          <IconPlus size={18} />
        </ActionIcon>
        <Keyboard />
        <ViewsMenu view={view} />
        <SchemeMenu />
      </div>
    </header>
  );
}
