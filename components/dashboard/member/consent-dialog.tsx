'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/select-field';
import { type Locale, languageNames, locales } from '@/lib/i18n/locale';
import { purposes } from '@/lib/member/choices';

/** Writes down an answer that was given on paper: for what, yes or no, in which language it was read. */
export function ConsentDialog({
  memberId,
  language,
  onClose,
}: {
  memberId: string;
  language: Locale;
  onClose: () => void;
}) {
  const t = useTranslations('member.consents');
  const id = useId();
  const { busy, problem, act } = useAction();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = purposes.find((one) => one === form.get('purpose')) ?? 'talk';
    const granted = form.get('granted') === 'yes';
    const body = { purpose: chosen, granted, language: String(form.get('language')) };
    const said = t('saved', { purpose: t(`purpose.${chosen}`), answer: t(granted ? 'granted' : 'refused') });
    if (await act({ path: `/api/dashboard/members/${memberId}/consents`, body }, said)) onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('recordTitle')} description={t('recordText')}>
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-4">
        <FormProblem problem={problem} />
        <SelectField
          id={`${id}-purpose`}
          name="purpose"
          label={t('which')}
          data-autofocus
          options={purposes.map((one) => ({ value: one, label: t(`purpose.${one}`) }))}
        />
        <fieldset className="grid gap-2">
          <legend className="pb-1.5 text-label font-medium">{t('answer')}</legend>
          {(['yes', 'no'] as const).map((answer) => (
            <label key={answer} className="flex min-h-8 items-center gap-2.5 max-md:min-h-11">
              <input
                type="radio"
                name="granted"
                value={answer}
                defaultChecked={answer === 'yes'}
                className="size-4 accent-ink"
              />
              {t(answer)}
            </label>
          ))}
        </fieldset>
        <SelectField
          id={`${id}-language`}
          name="language"
          label={t('language')}
          defaultValue={language}
          options={locales.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
        />
        <div className="flex justify-end">
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('saving') : t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
