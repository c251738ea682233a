'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export function PrintButton() {
  const t = useTranslations('kioskLaunch');
  return (
    <Button data-key="p" className="print:hidden" onClick={() => window.print()}>
      <Printer size={16} strokeWidth={1.6} aria-hidden /> {t('print')}
    </Button>
  );
}
