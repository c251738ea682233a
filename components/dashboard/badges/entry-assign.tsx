'use client';

import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import type { HeldBadge } from './badge-source';
import { MemberPicker } from './member-picker';
import { ObstacleNote } from './obstacle-note';
import { useGiveBadge } from './use-give-badge';

/** Gives the badge of an unknown read to a member; nobody sees its number. */
export function EntryAssign({ gymId, scanId, kiosk }: { gymId: string; scanId: string; kiosk: string }) {
  const t = useTranslations('badges.entry');
  const { busy, problem, obstacle, give, forget } = useGiveBadge();
  const badge: HeldBadge = { kind: 'scan', scanId, tail: null, kiosk };
  return (
    <div aria-busy={busy} className="grid gap-3">
      <p className="text-ink-2">{t('assignHelp')}</p>
      <FormProblem problem={problem} />
      {obstacle ? (
        <ObstacleNote
          obstacle={obstacle}
          onOther={forget}
          onTakeOver={() => void give(badge, obstacle.to, { takeOver: true })}
        />
      ) : (
        <MemberPicker
          gymId={gymId}
          busy={busy}
          onPick={({ id, first_name, last_name }) =>
            void give(badge, { id, name: `${first_name} ${last_name.slice(0, 1)}.` })
          }
        />
      )}
    </div>
  );
}
