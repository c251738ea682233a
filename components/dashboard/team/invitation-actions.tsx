'use client';

import { MailX, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useTeamAction } from './use-team-action';

/** The foot of an invitation's panel: send it again, take it back. */
export function InvitationActions({
  invitation,
}: {
  invitation: { id: string; name: string; email: string };
}) {
  const t = useTranslations('team');
  const { busy, problem, act } = useTeamAction({ conflict: 'over', not_found: 'over', rate_limited: 'soon' });
  const path = `/api/dashboard/team/invitations/${invitation.id}` as const;
  const resend = () =>
    act({ path: `${path}/resend`, body: {} }, t('toast.resent', { email: invitation.email }));
  const revoke = () => act({ path, method: 'DELETE' }, t('toast.revoked', { name: invitation.name }));
  return (
    <div aria-busy={busy} className="grid gap-3 border-t border-line px-4 py-3 md:px-6 print:hidden">
      <FormProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        <Button data-key="r" onClick={resend}>
          <Send size={16} strokeWidth={1.6} aria-hidden /> {t('action.resend')} <Kbd>R</Kbd>
        </Button>
        <Button tone="danger" data-key="d" onClick={revoke}>
          <MailX size={16} strokeWidth={1.6} aria-hidden /> {t('action.revoke')} <Kbd>D</Kbd>
        </Button>
      </div>
    </div>
  );
}
