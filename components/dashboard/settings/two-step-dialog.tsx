'use client';

import { useTranslations } from 'next-intl';
import { CodeForm } from '@/components/auth/code-form';
import { EnrolFactor } from '@/components/auth/enrol-factor';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Asked } from './two-step';

/** Adds a phone, takes one away, or renews the recovery codes; each ends with a code of the authenticator app. */
export function TwoStepDialog({
  asked,
  isOn,
  onDone,
  onClose,
}: {
  asked: Asked;
  isOn: boolean;
  onDone: (said: string, codes?: string[]) => void;
  onClose: () => void;
}) {
  const t = useTranslations('settings.security');
  const auth = useTranslations('auth');
  const cancel = <Button onClick={onClose}>{t('cancel')}</Button>;
  if (asked.what === 'enrol')
    return (
      <Dialog open onOpenChange={onClose} title={isOn ? t('another') : t('turnOnTitle')}>
        <EnrolFactor
          hasPhone={isOn}
          onDone={(codes) => onDone(isOn ? t('anotherDone') : t('turnedOn'), codes)}
        />
      </Dialog>
    );
  if (asked.what === 'remove')
    return (
      <Dialog open onOpenChange={onClose} title={t('removeTitle')} description={t('removeText')}>
        <CodeForm
          path={`/api/auth/factors/${asked.id}`}
          method="DELETE"
          label={auth('code.label')}
          submit={t('remove')}
          tone="danger"
          onDone={() => onDone(t('removed'))}
        >
          {cancel}
        </CodeForm>
      </Dialog>
    );
  return (
    <Dialog open onOpenChange={onClose} title={t('renewTitle')} description={t('renewText')}>
      <CodeForm<{ recovery_codes: string[] }>
        path="/api/auth/recovery-codes"
        label={auth('code.label')}
        submit={t('renew')}
        onDone={({ recovery_codes }) => onDone(t('renewed'), recovery_codes)}
      >
        {cancel}
      </CodeForm>
    </Dialog>
  );
}
