'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/select-field';
import { useToast } from '@/components/ui/toasts';
import { useDownload } from './use-download';

const checks = ['at_desk', 'by_document', 'by_call_back'] as const;
const formats = ['html', 'json'] as const;

/** Asks how the person was recognised and in which form they want their data, then hands the file over. */
export function AccessDialog({
  memberId,
  name,
  onClose,
}: {
  memberId: string;
  name: string;
  onClose: () => void;
}) {
  const t = useTranslations('rights');
  const show = useToast();
  const { busy, problem, download } = useDownload();
  const [checked, setChecked] = useState<string>('at_desk');
  const [format, setFormat] = useState<string>('html');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await download(`/api/dashboard/members/${memberId}/access-file`, { format, checked });
    if (!done) return;
    show(t('access.done'));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('access.title', { name })} description={t('access.lead')}>
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem problem={problem} />
        <SelectField
          id="checked"
          label={t('access.checked')}
          help={t('access.audited')}
          data-autofocus
          value={checked}
          onChange={(event) => setChecked(event.target.value)}
          options={checks.map((value) => ({ value, label: t(`access.checks.${value}`) }))}
        />
        <fieldset className="grid gap-2">
          <legend className="pb-1.5 text-label font-medium">{t('access.format')}</legend>
          {formats.map((value) => (
            <label key={value} className="flex min-h-6 items-center gap-2.5 max-md:min-h-11">
              <input
                type="radio"
                name="format"
                value={value}
                checked={format === value}
                onChange={() => setFormat(value)}
                className="size-4 accent-ink"
              />
              {t(`access.formats.${value}`)}
            </label>
          ))}
        </fieldset>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('access.busy') : t('access.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
