'use client';

import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Menu, MenuItem } from '@/components/ui/menu';

export interface MenuKiosk {
  id: string;
  name: string;
  slug: string;
  paired: boolean;
}

const PairingDialog = dynamic(() => import('./pairing-dialog').then((module) => module.PairingDialog));
const RevokeDialog = dynamic(() => import('./revoke-dialog').then((module) => module.RevokeDialog));

/** What those in charge do with a kiosk: show a pairing code, take it out of service. */
export function KioskMenu({ kiosk }: { kiosk: MenuKiosk }) {
  const t = useTranslations('kiosks');
  const [dialog, setDialog] = useState<'pair' | 'revoke' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            aria-label={t('menu', { name: kiosk.name })}
            className="-mr-1.5 grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink max-md:size-11 print:hidden"
          >
            <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
          </button>
        }
      >
        <MenuItem onSelect={() => setDialog('pair')}>{t('pair')}</MenuItem>
        {kiosk.paired && (
          <MenuItem onSelect={() => setDialog('revoke')} className="text-act">
            {t('revoke')}
          </MenuItem>
        )}
      </Menu>
      {dialog === 'pair' && <PairingDialog kiosk={kiosk} onClose={close} />}
      {dialog === 'revoke' && <RevokeDialog kiosk={kiosk} onClose={close} />}
    </>
  );
}
