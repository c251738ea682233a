'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/locale';

const ConsentDialog = dynamic(() => import('./consent-dialog').then((module) => module.ConsentDialog));

export function RecordConsent({ memberId, language }: { memberId: string; language: Locale }) {
  const t = useTranslations('member.consents');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="bar" className="max-md:h-11 print:hidden" onClick={() => setOpen(true)}>
        {t('record')}
      </Button>
      {isOpen && <ConsentDialog memberId={memberId} language={language} onClose={() => setOpen(false)} />}
    </>
  );
}
