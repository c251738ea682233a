import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { OpenSupportButton } from '@/components/dashboard/support/open-support';
import { StatusShape } from '@/components/ui/status-shape';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { OpenCustomer, Plan } from '@/lib/customers';
import { cn } from '@/lib/utils/cn';
import { daysBetween, type Format } from '@/lib/utils/format';
import { CustomerActions } from './customer-actions';
import { stateShapes, stateTones } from './customer-words';
import { UsageBars } from './usage-bars';

/** The page of a customer itself. */
export const customerHref = ({ id, kind }: Pick<OpenCustomer, 'id' | 'kind'>) =>
  `/dashboard/admin/${kind === 'franchise' ? 'franchises' : 'gyms'}/${id}`;

/** A customer at a glance: how it stands, what it has used of its plan, who runs it, and what to do with it. */
export async function CustomerPeek({
  customer,
  plans,
  closeHref,
  format,
  support,
}: {
  customer: OpenCustomer;
  plans: Plan[];
  closeHref: string;
  format: Format;
  /** Whether the reader may open a support access now. */
  support: boolean;
}) {
  const t = await getTranslations('customers');
  const shell = await getTranslations('shell.panel');
  const { hold, trial_ends_on: until } = customer;
  const heldOn = hold && format.calendarDay(format.localDay(hold.began_at));
  const standing = {
    active: () => t('peek.active'),
    trial: () =>
      until ? t('peek.trial', { days: daysBetween(customer.today, until) }) : t('peek.trialOpen'),
    suspended: () =>
      hold?.cause === 'trial_ended' && heldOn
        ? t('peek.heldTrial', { date: heldOn })
        : hold?.by && heldOn
          ? t('peek.heldByHand', { by: hold.by, date: heldOn })
          : t('peek.heldSince'),
  }[customer.state]();
  return (
    <Peek
      label={customer.name}
      heading={t('peek.since', {
        date: format.shortDay(format.localDay(customer.created_at)),
      })}
      tools={
        support && (
          <OpenSupportButton
            scope={customer.kind === 'franchise' ? { franchise_id: customer.id } : { gym_id: customer.id }}
            place={customer.name}
          />
        )
      }
      closeHref={closeHref}
      closeLabel={shell('close')}
      footer={<CustomerActions key={customer.id} customer={customer} plans={plans} />}
    >
      <h2 className="text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">{customer.name}</h2>
      <p className="pb-5 text-ink-2">
        {[t(`kinds.${customer.kind}`), customer.city, t(`plans.${customer.plan}`)]
          .filter(Boolean)
          .join(' · ')}{' '}
        ·{' '}
        <Link href={customerHref(customer)} className="link">
          {t('peek.page')}
        </Link>
      </p>
      <PeekRow label={t('peek.state')}>
        <p className={cn('flex items-center gap-2 font-medium', stateTones[customer.state])}>
          <StatusShape status={stateShapes[customer.state]} />
          {customer.state === 'trial' && until
            ? t('state.trialUntil', { date: format.calendarDay(until) })
            : t(`state.${customer.state}`)}
        </p>
        <p className="pt-1 text-ink-2">{standing}</p>
        {hold?.reason && <p className="pt-1 break-words">{hold.reason}</p>}
        {customer.state === 'suspended' && <p className="pt-1 text-ink-2">{t('peek.reads')}</p>}
      </PeekRow>
      <PeekRow label={t('peek.usage')}>
        <UsageBars customer={customer} format={format} />
      </PeekRow>
      <PeekRow label={t('peek.contact')}>
        {customer.contact ? (
          <>
            <p>
              {customer.contact.full_name}
              {customer.contact.invited && <span className="text-label text-ink-3"> {t('invited')}</span>}
            </p>
            <a href={`mailto:${customer.contact.email}`} className="link break-all">
              {customer.contact.email}
            </a>
          </>
        ) : (
          <p className="text-ink-2">{t('peek.noContact')}</p>
        )}
      </PeekRow>
      <PeekRow label={t('peek.places')}>
        {customer.places.length === 0 && <p className="text-ink-2">{t('peek.noPlaces')}</p>}
        <ul className="grid gap-1.5">
          {customer.places.map(({ id, name, city }) => (
            <li key={id}>
              <Link href={`/dashboard/admin/gyms/${id}`} className="link">
                {name}
              </Link>{' '}
              <span className="text-label text-ink-3">{city}</span>
            </li>
          ))}
        </ul>
      </PeekRow>
    </Peek>
  );
}
