'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

export function PrintButton() {
  const t = useTranslations('member.paper');
  return (
    <Button tone="accent" data-key="p" onClick={() => window.print()}>
      <Printer size={16} strokeWidth={1.6} aria-hidden /> {t('print')}{' '}
      <Kbd className="border-accent-ink/40 text-accent-ink">P</Kbd>
    </Button>
  );
}
