// Fills an own table from a file or a data set: where it comes from, which columns count, and what would become of people before anything is replaced.
import { Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useForm } from '../../../inspector/form/form-scope.ts';
import { useNodeNumbers } from '../../../inspector/results/use-node-numbers.ts';
import { useSpeech } from '../../../words/use-words.ts';
import { FromDataset } from './FromDataset.tsx';
import { FromFile } from './FromFile.tsx';
import classes from './own-table.module.css';

type Origin = 'file' | 'dataset';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function TableDialog({ open, onClose }: Props) {
  const { t } = useSpeech();
  return (
    <Modal opened={open} onClose={onClose} size={720} title={t('tables.title')} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      {open && <Origins onClose={onClose} />}
    </Modal>
  );
}

function Origins({ onClose }: Pick<Props, 'onClose'>) {
  const { t } = useSpeech();
  const { node } = useForm();
  const { count } = useNodeNumbers(node.id);
  const [before] = useState(typeof count?.n === 'number' ? count.n - count.unknown : undefined);
  const [origin, setOrigin] = useState<Origin>('file');
  return (
    <div className={classes.dialog}>
      <SegmentedControl
        size="xs"
        aria-label={t('tables.origin')}
        value={origin}
        data={[
          { value: 'file', label: t('tables.file') },
          { value: 'dataset', label: t('tables.dataset') },
        ]}
        onChange={(value) => setOrigin(value === 'dataset' ? 'dataset' : 'file')}
      />
      {origin === 'file' ? <FromFile before={before} onClose={onClose} /> : <FromDataset before={before} onClose={onClose} />}
    </div>
  );
}
