import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/auth/use-send';
import { useToast } from '@/components/ui/toasts';
import type { Assigned, ShortPerson } from '@/lib/badges';
import { api } from '@/lib/http/api';
import type { HeldBadge } from './badge-source';
import { shortName } from './short-name';

/** Somebody who is to have a badge. */
export interface Recipient {
  id: string;
  /** As a shared screen names them. */
  name: string;
}

/** Why a badge was not given, until somebody decides. */
export type Obstacle =
  | { why: 'taken'; owner: ShortPerson; badge: HeldBadge; to: Recipient }
  | { why: 'ambiguous' | 'already'; to: Recipient };

export type Given = Extract<Assigned, { outcome: 'assigned' }>;

/** Gives badges: says what was done with a way back for ten seconds, and keeps what stands in the way. */
export function useGiveBadge() {
  const t = useTranslations('badges.give');
  const common = useTranslations('common');
  const router = useRouter();
  const show = useToast();
  const { busy, problem, send, rest } = useSend();
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);

  const takeBack = async (badgeId: string): Promise<boolean> => {
    const answer = await api(`/api/dashboard/badges/${badgeId}/undo`, { body: {} });
    router.refresh();
    if (!answer.ok) show(answer.problem.code === 'offline' ? common('offline') : answer.problem.title);
    return answer.ok;
  };
  const give = async (
    badge: HeldBadge,
    to: Recipient,
    o: { takeOver?: boolean; onUndone?: () => void } = {},
  ): Promise<Given | null> => {
    setObstacle(null);
    const more = { member_id: to.id, take_over: o.takeOver ?? false };
    const answer =
      badge.kind === 'scan'
        ? await send<Assigned>(`/api/dashboard/badges/scans/${badge.scanId}`, { body: more })
        : await send<Assigned>('/api/dashboard/badges', {
            body: { ...more, read: badge.read, ...(badge.form && { form: badge.form }) },
          });
    if (!answer) return null;
    rest();
    const { data } = answer;
    if (data.outcome === 'taken') setObstacle({ why: 'taken', owner: data.owner, badge, to });
    else if (data.outcome !== 'assigned') setObstacle({ why: data.outcome, to });
    else {
      router.refresh();
      const said = data.owner
        ? t('takenOver', { name: to.name, owner: shortName(data.owner) })
        : t(data.replaced ? 'replaced' : 'done', { name: to.name });
      show(said, async () => {
        if (await takeBack(data.badge_id)) o.onUndone?.();
      });
      return data;
    }
    return null;
  };
  return { busy, problem, obstacle, give, takeBack, forget: () => setObstacle(null) };
}
