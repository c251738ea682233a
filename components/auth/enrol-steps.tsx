'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { AuthColumns } from './auth-columns';
import { EnrolFactor } from './enrol-factor';
import { OtherAccount } from './other-account';
import { RecoveryCodes } from './recovery-codes';
import { SetupSteps } from './setup-steps';
import { leaveFor } from './use-send';

/** After the account: the authenticator app, then the recovery codes, then `next`. */
export function EnrolSteps({
  email,
  next,
  must,
}: {
  email: string;
  next: string;
  /** The role asks for a second factor; otherwise it may wait. */
  must: boolean;
}) {
  const t = useTranslations('auth.setup');
  const [codes, setCodes] = useState<string[] | null>(null);
  const receive = (fresh: string[]) => (fresh.length > 0 ? setCodes(fresh) : leaveFor(next));
  if (codes)
    return (
      <AuthColumns
        title={t('codesTitle')}
        lead={t('codesLead')}
        detail={
          <>
            <SetupSteps current="codes" mustEnrol={must} />
            <p>
              <OtherAccount />
            </p>
          </>
        }
      >
        <RecoveryCodes codes={codes} email={email} onKept={() => leaveFor(next)} />
      </AuthColumns>
    );
  return (
    <AuthColumns
      title={t('mfaTitle')}
      lead={t('mfaLead')}
      detail={
        <>
          {must && <p className="text-ink-2">{t('mfaMust')}</p>}
          <SetupSteps current="phone" mustEnrol={must} />
          <p>
            <OtherAccount />
          </p>
        </>
      }
    >
      <EnrolFactor onDone={receive} />
      {!must && (
        <div className="mt-8 flex flex-wrap items-center gap-3 border-t border-line pt-4">
          <Button onClick={() => leaveFor(next)}>{t('skip')}</Button>
          <p className="text-label text-ink-2">{t('skipHelp')}</p>
        </div>
      )}
    </AuthColumns>
  );
}
