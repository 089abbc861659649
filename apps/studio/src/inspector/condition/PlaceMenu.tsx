// Moves a row or a group: up, down, into a group, out of it. None of this changes who is meant, but for the groups.
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconIndentDecrease, IconIndentIncrease, IconTrash } from '@tabler/icons-react';
import type { Condition } from '@tierflow/compiler';
import { type KeyboardEvent, useCallback } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { useCondition } from './condition-context.ts';
import { conditionAt, groupView, indented, moved, outdented, type Place, removed, withParts } from './condition-tree.ts';

interface Props {
  readonly place: Place;
  readonly label: string;
}

export function PlaceMenu({ place, label }: Props) {
  const { t } = useSpeech();
  const { root, change } = useCondition();
  const moves = usePlaceMoves(place);
  const last = place.at(-1);
  if (typeof last !== 'number') return null;
  const siblings = groupView(conditionAt(root, place.slice(0, -1)) ?? root)?.parts.length ?? 1;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={22} aria-label={t('conditions.more', { label })}>
          <IconDots size={14} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={14} />} disabled={last === 0} onClick={moves.up} rightSection="Alt ↑">
          {t('conditions.moveUp')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={14} />} disabled={last === siblings - 1} onClick={moves.down} rightSection="Alt ↓">
          {t('conditions.moveDown')}
        </Menu.Item>
        <Menu.Item leftSection={<IconIndentIncrease size={14} />} onClick={moves.into} rightSection="Alt →">
          {t('conditions.moveIn')}
        </Menu.Item>
        <Menu.Item leftSection={<IconIndentDecrease size={14} />} disabled={place.length < 2} onClick={moves.out} rightSection="Alt ←">
          {t('conditions.moveOut')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy size={14} />} onClick={moves.copy}>
          {t('conditions.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => change(removed(root, place))}>
          {t('conditions.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface Moves {
  readonly up: () => void;
  readonly down: () => void;
  readonly into: () => void;
  readonly out: () => void;
  readonly copy: () => void;
}

/** The ways a place can move; the focus goes along. */
function usePlaceMoves(place: Place): Moves {
  const { root, change } = useCondition();
  const last = place.at(-1);
  const parent = place.slice(0, -1);
  const at = typeof last === 'number' ? last : 0;
  const go = (next: Condition, focus: Place) => change(next, focus);
  return {
    up: () => at > 0 && go(moved(root, place, -1), [...parent, at - 1]),
    down: () => go(moved(root, place, 1), conditionAt(root, [...parent, at + 1]) === undefined ? place : [...parent, at + 1]),
    into: () => {
      const before = at > 0 ? conditionAt(root, [...parent, at - 1]) : undefined;
      const group = before === undefined ? undefined : groupView(before);
      go(indented(root, place), group === undefined ? [...place, 0] : [...parent, at - 1, group.parts.length]);
    },
    out: () => {
      const up = parent.at(-1);
      if (typeof up !== 'number') return;
      const siblings = groupView(conditionAt(root, parent) ?? root)?.parts.length ?? 0;
      go(outdented(root, place), [...parent.slice(0, -1), siblings > 1 ? up + 1 : up]);
    },
    copy: () => {
      const copied = conditionAt(root, place);
      if (copied !== undefined)
        go(
          withParts(root, parent, (parts) => [...parts.slice(0, at + 1), copied, ...parts.slice(at + 1)]),
          [...parent, at + 1],
        );
    },
  };
}

/** Alt and an arrow key move the row that has the focus. */
export function usePlaceKeys(place: Place): (event: KeyboardEvent) => void {
  const moves = usePlaceMoves(place);
  return useCallback(
    (event) => {
      if (!event.altKey || typeof place.at(-1) !== 'number') return;
      const move = { ArrowUp: moves.up, ArrowDown: moves.down, ArrowRight: moves.into, ArrowLeft: moves.out }[event.key];
      if (move === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      move();
    },
    [moves, place],
  );
}
