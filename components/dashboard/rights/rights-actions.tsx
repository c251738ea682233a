'use client';

import { Building2, Download, Eraser } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { MemberRights } from '@/lib/rights';
import { AccessDialog } from './access-dialog';
import { EraseDialog } from './erase-dialog';
import { MoveDialog } from './move-dialog';

const icon = { size: 16, strokeWidth: 1.6, 'aria-hidden': true } as const;

/** The three things that can be done for a member who asks, each behind a dialog that says what it reaches. */
export function RightsActions({ memberId, rights }: { memberId: string; rights: MemberRights }) {
  const t = useTranslations('rights');
  const [open, setOpen] = useState<'access' | 'move' | 'erase' | null>(null);
  const close = () => setOpen(null);
  const mayMove = rights.gyms.length > 0 && !rights.is_deleted;
  return (
    <>
      <ul className="grid justify-items-start gap-2 pt-1">
        <li>
          <Button onClick={() => setOpen('access')}>
            <Download {...icon} />
            {t('access.action')}
          </Button>
        </li>
        {mayMove && (
          <li>
            <Button onClick={() => setOpen('move')}>
              <Building2 {...icon} />
              {t('move.action')}
            </Button>
          </li>
        )}
        <li>
          <Button tone="danger" onClick={() => setOpen('erase')}>
            <Eraser {...icon} />
            {t('erase.action')}
          </Button>
        </li>
      </ul>
      {open === 'access' && <AccessDialog memberId={memberId} name={rights.first_name} onClose={close} />}
      {open === 'move' && <MoveDialog memberId={memberId} rights={rights} onClose={close} />}
      {open === 'erase' && <EraseDialog memberId={memberId} rights={rights} onClose={close} />}
    </>
  );
}
