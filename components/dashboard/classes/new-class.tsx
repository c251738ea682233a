'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

const ClassDialog = dynamic(() => import('./class-dialog').then((module) => module.ClassDialog));

/** Opens the form of a new class; the one primary action of the page. */
export function NewClass({ gymId }: { gymId: string }) {
  const t = useTranslations('classes.action');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="accent" size="bar" data-key="n" className="max-md:h-11" onClick={() => setOpen(true)}>
        <Plus size={16} strokeWidth={1.6} aria-hidden /> {t('new')}{' '}
        <Kbd className="border-accent-ink/35 text-accent-ink">N</Kbd>
      </Button>
      {open && <ClassDialog gymId={gymId} onClose={() => setOpen(false)} />}
    </>
  );
}
