'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useBadgeReader } from '@/components/kiosk/reader/use-badge-reader';
import { Button } from '@/components/ui/button';
import { type BadgeForm, badgeFormNames, learnForm } from '@/lib/members/badge-forms';
import { Countdown } from './countdown';
import { useCapture } from './use-capture';

interface Props {
  printed: string;
  onLearnt: (form: BadgeForm) => void;
  onBack: () => void;
}

function Missed({ onAgain, onBack, why }: { onAgain: () => void; onBack: () => void; why: string }) {
  const t = useTranslations('badges.learn');
  return (
    <div className="grid gap-3">
      <p role="alert" className="rounded-md bg-watch-wash px-4 py-3">
        {why}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onAgain}>{t('again')}</Button>
        <Button tone="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
}

/** Waits for the badge at this computer's reader. */
export function LearnAtDesk({ printed, onLearnt, onBack }: Props) {
  const t = useTranslations('badges.learn');
  const [isMissed, setMissed] = useState(false);
  useBadgeReader((read) => {
    const form = learnForm(read, printed);
    if (form) onLearnt(form);
    else setMissed(true);
  });
  if (isMissed) return <Missed why={t('other')} onAgain={() => setMissed(false)} onBack={onBack} />;
  return <p aria-live="polite">{t('holdHere', { number: printed })}</p>;
}

/** Waits for the badge at a kiosk, which keeps what it learns. */
export function LearnAtKiosk({
  printed,
  kioskId,
  name,
  onLearnt,
  onBack,
}: Props & { kioskId: string; name: string }) {
  const t = useTranslations('badges.learn');
  const [isMissed, setMissed] = useState(false);
  const { view, start } = useCapture(({ form }) => {
    const learnt = badgeFormNames.find((one) => one === form);
    if (learnt) onLearnt(learnt);
    else setMissed(true);
  });
  const begin = useEffectEvent(() => void start(kioskId, printed));
  useEffect(() => begin(), []);
  const again = () => {
    setMissed(false);
    void start(kioskId, printed);
  };
  if (isMissed) return <Missed why={t('other')} onAgain={again} onBack={onBack} />;
  if (view.name === 'failed') return <FormProblem problem={view.problem} />;
  if (view.name === 'over') return <Missed why={t('nothing', { name })} onAgain={again} onBack={onBack} />;
  return (
    <p aria-live="polite" className="min-h-10">
      {view.name === 'waiting' && (
        <>
          {t('holdThere', { number: printed, name })} <Countdown key={view.until} until={view.until} />
        </>
      )}
    </p>
  );
}
