'use client';

import { Ellipsis, RotateCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';

export interface CommandedKiosk {
  id: string;
  name: string;
  slug: string;
  paired: boolean;
  isInMaintenance: boolean;
  /** Null where its settings are not at hand. */
  isMuted: boolean | null;
}

const PairingDialog = dynamic(() => import('./pairing-dialog').then((module) => module.PairingDialog));
const RevokeDialog = dynamic(() => import('./revoke-dialog').then((module) => module.RevokeDialog));

/** What those in charge ask of a kiosk: the commands of its next heartbeat, its code, its key, its end. */
export function KioskCommands({ kiosk }: { kiosk: CommandedKiosk }) {
  const t = useTranslations('fleet.command');
  const [dialog, setDialog] = useState<'pair' | 'revoke' | null>(null);
  const { busy, problem, act } = useAction();
  const path = `/api/dashboard/kiosks/${kiosk.id}` as const;
  const ask = (body: object) => void act({ path: `${path}/commands`, body }, t('said'));
  const close = () => setDialog(null);
  return (
    <>
      {kiosk.paired ? (
        <Button onClick={() => ask({ command: 'reload' })} aria-busy={busy}>
          <RotateCw size={16} strokeWidth={1.6} aria-hidden /> {t('reload')}
        </Button>
      ) : (
        <Button onClick={() => setDialog('pair')}>{t('pair')}</Button>
      )}
      <Menu
        align="end"
        trigger={
          <Button size="icon" aria-label={t('menu', { name: kiosk.name })}>
            <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
          </Button>
        }
      >
        {kiosk.paired && (
          <>
            <MenuItem onSelect={() => ask({ command: 'maintenance', value: kiosk.isInMaintenance ? 0 : 1 })}>
              {t(kiosk.isInMaintenance ? 'resume' : 'maintenance')}
            </MenuItem>
            {kiosk.isMuted !== null && (
              <MenuItem onSelect={() => ask({ command: 'mute', value: kiosk.isMuted ? 0 : 1 })}>
                {t(kiosk.isMuted ? 'unmute' : 'mute')}
              </MenuItem>
            )}
            <MenuItem onSelect={() => ask({ command: 'reprovision' })}>{t('reprovision')}</MenuItem>
            <MenuItem onSelect={() => void act({ path: `${path}/token`, body: {} }, t('rotated'))}>
              {t('rotate')}
            </MenuItem>
          </>
        )}
        <MenuItem onSelect={() => setDialog('pair')}>{t('pair')}</MenuItem>
        {kiosk.paired && (
          <MenuItem onSelect={() => setDialog('revoke')} className="text-act">
            {t('revoke')}
          </MenuItem>
        )}
      </Menu>
      {problem && (
        <p role="alert" className="w-full rounded-md bg-act-wash px-4 py-3">
          {problem.title}
        </p>
      )}
      {dialog === 'pair' && <PairingDialog kiosk={kiosk} onClose={close} />}
      {dialog === 'revoke' && <RevokeDialog kiosk={kiosk} onClose={close} />}
    </>
  );
}
