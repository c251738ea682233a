'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { type BadgeForm, badgeForms } from '@/lib/members/badge-forms';
import { LearnAtDesk, LearnAtKiosk } from './learn-read';

/** Learns how a reader writes from one badge: its printed number, then one read of it (rule M2). */
export function LearnDialog({
  reader,
  onLearnt,
  onClose,
}: {
  /** A kiosk, or the reader of this computer. */
  reader: { kioskId: string | null; name: string };
  onLearnt: (form: BadgeForm) => void;
  onClose: () => void;
}) {
  const t = useTranslations('badges.learn');
  const [printed, setPrinted] = useState('');
  const [problem, setProblem] = useState<'short' | 'random' | null>(null);
  const [isReading, setReading] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const forms = printed.trim().length < 5 ? null : badgeForms(printed);
    if (forms?.ok) {
      setProblem(null);
      setReading(true);
    } else setProblem(forms?.reason === 'random_uid' ? 'random' : 'short');
  };
  const back = () => setReading(false);
  return (
    <Dialog open onOpenChange={onClose} title={t('title', { name: reader.name })} description={t('lead')}>
      {isReading ? (
        reader.kioskId ? (
          <LearnAtKiosk
            kioskId={reader.kioskId}
            name={reader.name}
            printed={printed.trim()}
            onLearnt={onLearnt}
            onBack={back}
          />
        ) : (
          <LearnAtDesk printed={printed.trim()} onLearnt={onLearnt} onBack={back} />
        )
      ) : (
        <form onSubmit={submit} noValidate className="grid gap-4">
          <Field
            label={t('printed')}
            help={t('printedHelp')}
            error={problem ? t(problem) : undefined}
            value={printed}
            onChange={(event) => setPrinted(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            data-autofocus
          />
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" tone="accent">
              {t('next')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
