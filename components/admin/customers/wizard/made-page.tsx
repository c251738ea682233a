import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { Made } from '@/lib/customers';
import { customerHref } from '../customer-peek';
import { PairingCode } from './pairing-code';

/** What there is now, and what comes next. */
export async function MadePage({ made, origin }: { made: Made; origin: string }) {
  const t = await getTranslations('customers');
  const { customer, gym, kiosk, invitation } = made;
  const mail = (name: string, email: string) => {
    if (invitation?.accepted) return t('made.invitationAccepted', { name });
    if (invitation?.mail === 'failed') return t('made.invitationFailed', { name, email });
    return t(invitation?.mail === 'sent' ? 'made.invitationSent' : 'made.invitationPending', { name, email });
  };
  return (
    <div className="max-w-[40rem]">
      <h1 className="text-head">{t('made.title', { name: customer?.name ?? '' })}</h1>
      <p className="pt-1 pb-5 text-ink-2">{t('made.lead')}</p>
      <dl>
        {invitation && (
          <Line label={t('made.invitation')}>{mail(invitation.full_name, invitation.email)}</Line>
        )}
        {gym && (
          <Line label={t('made.gym')}>
            <Link href={`/dashboard/admin/gyms/${gym.id}`} className="link">
              {gym.name}
            </Link>
            <span className="block text-ink-2">{t('made.gymNext')}</span>
          </Line>
        )}
        <Line label={t('made.kiosk')}>
          {kiosk === null ? (
            <span className="text-ink-2">{t('made.kioskNone')}</span>
          ) : kiosk.paired ? (
            t('made.kioskPaired', { name: kiosk.name })
          ) : (
            <span className="grid justify-items-start gap-2">
              <span className="break-words">
                {t('made.kioskNext', { address: `${origin}/kiosk/${kiosk.slug}` })}
              </span>
              <PairingCode kiosk={kiosk} />
            </span>
          )}
        </Line>
      </dl>
      <div className="flex flex-wrap gap-2 pt-5">
        {customer && (
          <Button asChild>
            <Link href={customerHref(customer)}>{t('made.open')}</Link>
          </Button>
        )}
        <Button asChild>
          <Link href="/dashboard/admin/clients">{t('made.list')}</Link>
        </Button>
        <Button asChild tone="quiet">
          <Link href="/dashboard/admin/clients/new">{t('made.another')}</Link>
        </Button>
      </div>
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-1 border-t border-line py-3.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
