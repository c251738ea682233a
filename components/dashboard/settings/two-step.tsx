'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RecoveryCodes } from '@/components/auth/recovery-codes';
import { Button } from '@/components/ui/button';
import { StatusShape } from '@/components/ui/status-shape';
import { useToast } from '@/components/ui/toasts';

const TwoStepDialog = dynamic(() => import('./two-step-dialog').then((module) => module.TwoStepDialog));

/** Fewer than this many codes are worth a word. */
const FEW_CODES = 4;

export interface Factor {
  id: string;
  /** The day it was added, in words. */
  since: string;
}

export type Asked = { what: 'enrol' | 'renew' } | { what: 'remove'; id: string };

/** The second factor: on or off, its phones, its recovery codes. Fresh codes stay on the page until they are kept. */
export function TwoStep({
  email,
  factors,
  codesLeft,
  isMust,
}: {
  email: string;
  factors: Factor[];
  codesLeft: number;
  /** The role asks for it, so the last phone stays. */
  isMust: boolean;
}) {
  const t = useTranslations('settings.security');
  const router = useRouter();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const isOn = factors.length > 0;
  const done = (said: string, fresh: string[] = []) => {
    setAsked(null);
    if (fresh.length > 0) setCodes(fresh);
    toast(said);
    router.refresh();
  };

  if (codes) return <RecoveryCodes codes={codes} email={email} onKept={() => setCodes(null)} />;
  return (
    <div className="grid gap-4">
      {!isOn && (
        <div className="grid justify-items-start gap-4">
          <p className="flex gap-3">
            <span className="flex h-5 items-center">
              <StatusShape status="off" />
            </span>
            <span>
              <span className="font-medium">{t('twoStepOff')}.</span>{' '}
              <span className="text-ink-2">{t('twoStepOffText')}</span>
            </span>
          </p>
          <Button tone="accent" onClick={() => setAsked({ what: 'enrol' })}>
            {t('turnOn')}
          </Button>
        </div>
      )}
      {isOn && (
        <>
          <ul className="border-t border-line lg:-mt-3 lg:border-0">
            {factors.map((factor) => (
              <li key={factor.id} className="flex min-h-14 items-center gap-3 border-b border-line py-2">
                <StatusShape status="good" />
                <p className="min-w-0 grow">
                  <span className="font-medium">{t('app')}</span>{' '}
                  <span className="text-ink-2">{t('appSince', { date: factor.since })}</span>
                </p>
                {(!isMust || factors.length > 1) && (
                  <Button
                    size="bar"
                    className="max-md:h-11"
                    onClick={() => setAsked({ what: 'remove', id: factor.id })}
                  >
                    {t('remove')}
                  </Button>
                )}
              </li>
            ))}
            <li className="flex min-h-14 items-center gap-3 border-b border-line py-2">
              <StatusShape status={codesLeft < FEW_CODES ? 'watch' : 'good'} />
              <p className="min-w-0 grow">
                <span className="font-medium">{t('codesLeft', { count: codesLeft })}</span>{' '}
                {codesLeft < FEW_CODES && (
                  <span className="text-watch">{codesLeft === 0 ? t('codesNone') : t('codesFew')}</span>
                )}
              </p>
              <Button size="bar" className="max-md:h-11" onClick={() => setAsked({ what: 'renew' })}>
                {codesLeft === 0 ? t('create') : t('renew')}
              </Button>
            </li>
          </ul>
          {isMust && factors.length === 1 && <p className="text-label text-ink-2">{t('mandatory')}</p>}
          <Button className="justify-self-start" onClick={() => setAsked({ what: 'enrol' })}>
            {t('another')}
          </Button>
        </>
      )}
      {asked && <TwoStepDialog asked={asked} isOn={isOn} onDone={done} onClose={() => setAsked(null)} />}
    </div>
  );
}
