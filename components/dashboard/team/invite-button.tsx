'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Locale } from '@/lib/i18n/locale';
import type { Grants } from '@/lib/team';

const InviteDialog = dynamic(() => import('./invite-dialog').then((module) => module.InviteDialog));

/** Opens the invitation; the one primary action of a page, or a quiet one of a section. */
export function InviteButton({
  grants,
  language,
  label,
  tone = 'accent',
}: {
  grants: Grants;
  language: Locale;
  label?: string;
  tone?: 'accent' | 'neutral';
}) {
  const t = useTranslations('team.action');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone={tone} size="bar" data-key="i" className="max-md:h-11" onClick={() => setOpen(true)}>
        <Plus size={16} strokeWidth={1.6} aria-hidden /> {label ?? t('invite')}{' '}
        <Kbd className={tone === 'accent' ? 'border-accent-ink/35 text-accent-ink' : ''}>I</Kbd>
      </Button>
      {open && <InviteDialog grants={grants} language={language} onClose={() => setOpen(false)} />}
    </>
  );
}
