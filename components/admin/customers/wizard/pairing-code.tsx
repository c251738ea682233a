'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MenuKiosk } from '@/components/dashboard/kiosks/kiosk-menu';
import { Button } from '@/components/ui/button';

const PairingDialog = dynamic(() =>
  import('@/components/dashboard/kiosks/pairing-dialog').then((module) => module.PairingDialog),
);

/** Issues the pairing code of the new kiosk. */
export function PairingCode({ kiosk }: { kiosk: MenuKiosk }) {
  const t = useTranslations('customers.made');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="accent" onClick={() => setOpen(true)}>
        {t('code')}
      </Button>
      {open && <PairingDialog kiosk={kiosk} onClose={() => setOpen(false)} />}
    </>
  );
}
