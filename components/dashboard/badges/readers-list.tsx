'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { StatusShape } from '@/components/ui/status-shape';
import { useToast } from '@/components/ui/toasts';
import type { DeskKiosk } from '@/lib/badges';
import { type BadgeForm, badgeFormNames } from '@/lib/members/badge-forms';
import { useDeskReader } from './use-desk-reader';

const LearnDialog = dynamic(() => import('./learn-dialog').then((module) => module.LearnDialog));

interface Reader {
  kioskId: string | null;
  name: string;
  form: BadgeForm | undefined;
}

/** The readers of a gym: this computer's and each kiosk's, how they write, and a way to learn it from one badge. */
export function ReadersList({
  gymId,
  kiosks,
  mayTeach,
}: {
  gymId: string;
  kiosks: DeskKiosk[];
  /** Whether the reader may change kiosks; this computer's reader is anybody's. */
  mayTeach: boolean;
}) {
  const t = useTranslations('badges.readers');
  const forms = useTranslations('badges.forms');
  const router = useRouter();
  const show = useToast();
  const { problem, act } = useAction();
  const desk = useDeskReader(gymId);
  const [learning, setLearning] = useState<Reader | null>(null);
  const readers: Reader[] = [
    { kioskId: null, name: t('desk'), form: desk.form },
    ...kiosks.map(({ id, name, form }) => ({
      kioskId: id,
      name: t('kiosk', { name }),
      form: badgeFormNames.find((one) => one === form),
    })),
  ];
  const learnt = (reader: Reader, form: BadgeForm) => {
    const path = `/api/dashboard/badges/readers/${reader.kioskId ?? ''}` as const;
    setLearning(null);
    if (!reader.kioskId) desk.keep(form);
    else router.refresh();
    const undo = async () => {
      if (!reader.kioskId) desk.keep(reader.form ?? null);
      else await act({ path, method: 'PUT', body: { form: reader.form ?? null } }, t('asBefore'));
    };
    show(t('learnt', { name: reader.name }), undo);
  };
  const forget = (reader: Reader) => {
    if (!reader.kioskId) {
      desk.keep(null);
      show(t('forgotten', { name: reader.name }), () => desk.keep(reader.form ?? null));
      return;
    }
    const path = `/api/dashboard/badges/readers/${reader.kioskId}` as const;
    void act({ path, method: 'PUT', body: { form: null } }, t('forgotten', { name: reader.name }), {
      path,
      method: 'PUT',
      body: { form: reader.form ?? null },
    });
  };
  return (
    <div className="grid gap-4">
      <FormProblem problem={problem} />
      <ul>
        {readers.map((reader) => {
          const may = reader.kioskId === null || mayTeach;
          return (
            <li
              key={reader.kioskId ?? 'desk'}
              className="flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-2"
            >
              <span className="grid min-w-0 gap-0.5">
                <span className="font-medium">{reader.name}</span>
                <span className="flex items-center gap-2 text-label text-ink-2">
                  <StatusShape status={reader.form ? 'good' : 'off'} />
                  {reader.form ? forms(reader.form) : t('unknown')}
                </span>
              </span>
              {may && (
                <span className="flex gap-2">
                  <Button
                    aria-label={t('learnOf', { name: reader.name })}
                    onClick={() => setLearning(reader)}
                  >
                    {t(reader.form ? 'learnAgain' : 'learn')}
                  </Button>
                  {reader.form && (
                    <Button
                      tone="quiet"
                      aria-label={t('forgetOf', { name: reader.name })}
                      onClick={() => forget(reader)}
                    >
                      {t('forget')}
                    </Button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {learning && (
        <LearnDialog
          reader={learning}
          onClose={() => setLearning(null)}
          onLearnt={(form) => learnt(learning, form)}
        />
      )}
    </div>
  );
}
