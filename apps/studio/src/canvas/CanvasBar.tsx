// Zoom and layout tools at the lower left of the canvas.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutDistributeHorizontal, IconMap, IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { usePreferences, useStudio } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './canvas.module.css';
import { useTidy } from './use-tidy.ts';

export function CanvasBar() {
  const { preferences } = useStudio();
  const { t } = useSpeech();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const minimap = usePreferences((state) => state.minimap);
  const tidy = useTidy();
  const tools = [
    { label: t('canvas.zoomIn'), icon: IconPlus, run: () => void zoomIn({ duration: 150 }) },
    { label: t('canvas.zoomOut'), icon: IconMinus, run: () => void zoomOut({ duration: 150 }) },
    { label: t('canvas.fit'), icon: IconMaximize, run: () => void fitView({ padding: 0.08, maxZoom: 1, duration: 200 }) },
    { label: t('canvas.tidy'), icon: IconLayoutDistributeHorizontal, run: tidy },
  ];
  return (
    <div className={classes.bar} role="toolbar" aria-orientation="vertical">
      {tools.map(({ label, icon: Icon, run }) => (
        <Tooltip key={label} label={label} position="right">
          <ActionIcon size={30} aria-label={label} onClick={run}>
            <Icon size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      ))}
      <Tooltip label={t('canvas.minimap')} position="right">
        <ActionIcon
          size={30}
          aria-label={t('canvas.minimap')}
          aria-pressed={minimap}
          onClick={() => preferences.setState({ minimap: !minimap })}
        >
          <IconMap size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
