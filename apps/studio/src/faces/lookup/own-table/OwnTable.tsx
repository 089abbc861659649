// An own table: its lines as text, and the way to have them from a file or a data set.
import { Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { FormFields } from '../../../inspector/form/FormFields.tsx';
import { useForm, valueAt } from '../../../inspector/form/form-scope.ts';
import { useSpeech } from '../../../words/use-words.ts';
import { TableDialog } from './TableDialog.tsx';

export function OwnTable() {
  const { t } = useSpeech();
  const form = useForm();
  const [open, setOpen] = useState(false);
  if (valueAt(form, 'table') !== 'own') return null;
  return (
    <>
      <FormFields fields={form.kind.form.filter(({ path }) => path === 'pasted')} />
      <Button size="xs" variant="default" leftSection={<IconTableImport size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('tables.open')}
      </Button>
      <TableDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
