import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconLasso, IconLayout2 } from '@tabler/icons-react';
import type { LayoutName } from '../../graph/arrange.ts';
import { LAYOUTS } from '../../graph/arrange.ts';
import type { SizeName } from '../../graph/draw.ts';
import { SIZES } from '../../graph/draw.ts';
import { dispatch, redo, undo, useSteps } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';

interface Props {
  readonly layout: LayoutName;
  readonly size: SizeName;
  readonly pins: number;
  readonly isLasso: boolean;
  readonly onLasso: () => void;
}

const set = (name: string, value: string, usual: string): void =>
  dispatch({ kind: 'settings', values: { [name]: value === usual ? '' : value } });

const BUTTON = { variant: 'default', size: 'lg' } as const;

function ArrangeMenu({ layout, size, pins }: Pick<Props, 'layout' | 'size' | 'pins'>) {
  return (
    <Menu position="left-start" withArrow closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon {...BUTTON} aria-label={texts.canvas.arrange} title={texts.canvas.arrange}>
          <IconLayout2 size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.canvas.layout}</Menu.Label>
        <Menu.RadioGroup
          aria-label={texts.canvas.layout}
          value={layout}
          onChange={(name) => set('graph.layout', name, 'force')}
        >
          {LAYOUTS.map((name) => (
            <Menu.RadioItem key={name} value={name}>
              {texts.canvas.layouts[name]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{texts.canvas.size}</Menu.Label>
        <Menu.RadioGroup
          aria-label={texts.canvas.size}
          value={size}
          onChange={(name) => set('graph.size', name, 'ties')}
        >
          {SIZES.map((name) => (
            <Menu.RadioItem key={name} value={name}>
              {texts.canvas.sizes[name]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {pins > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => set('graph.pins', '', '')}>{texts.canvas.unpin(pins)}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Undo, lasso, layout: what is done to the canvas as a whole. */
export function Toolbar({ layout, size, pins, isLasso, onLasso }: Props) {
  const { canUndo, canRedo } = useSteps();
  return (
    <div className="tools" role="group" aria-label={texts.canvas.tools}>
      <ActionIcon
        {...BUTTON}
        aria-label={texts.canvas.undo}
        title={texts.canvas.undo}
        disabled={!canUndo}
        onClick={undo}
      >
        <IconArrowBackUp size={18} />
      </ActionIcon>
      <ActionIcon
        {...BUTTON}
        aria-label={texts.canvas.redo}
        title={texts.canvas.redo}
        disabled={!canRedo}
        onClick={redo}
      >
        <IconArrowForwardUp size={18} />
      </ActionIcon>
      <ActionIcon
        {...BUTTON}
        variant={isLasso ? 'filled' : 'default'}
        aria-label={texts.canvas.lasso}
        title={texts.canvas.lasso}
        aria-pressed={isLasso}
        onClick={onLasso}
      >
        <IconLasso size={18} />
      </ActionIcon>
      <ArrangeMenu layout={layout} size={size} pins={pins} />
    </div>
  );
}
