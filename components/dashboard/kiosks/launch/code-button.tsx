'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { MenuKiosk } from '../kiosk-menu';

const PairingDialog = dynamic(() => import('../pairing-dialog').then((module) => module.PairingDialog));

/** Makes a code for this kiosk and shows it; the one before is gone then, so that it takes a tap. */
export function CodeButton({ kiosk }: { kiosk: MenuKiosk }) {
  const t = useTranslations('kioskLaunch');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="accent" size="large" className="print:hidden" onClick={() => setOpen(true)}>
        {t('code.make')}
      </Button>
      {isOpen && <PairingDialog kiosk={kiosk} onClose={() => setOpen(false)} />}
    </>
  );
}
