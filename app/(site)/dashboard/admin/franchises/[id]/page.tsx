import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { AddGym } from '@/components/admin/franchises/add-gym';
import { GymLines } from '@/components/admin/franchises/gym-lines';
import { SharesAccess } from '@/components/admin/franchises/shares-access';
import { History } from '@/components/admin/history';
import { Fact, PageHead } from '@/components/admin/page-head';
import { PageSection } from '@/components/admin/page-section';
import { PeopleList } from '@/components/admin/people-list';
import { PlateForm } from '@/components/admin/plate-form';
import { StateWord } from '@/components/admin/state-word';
import { OpenSupportButton } from '@/components/dashboard/support/open-support';
import { InviteButton } from '@/components/dashboard/team/invite-button';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { getFranchise } from '@/lib/franchises';
import { currentContext } from '@/lib/gyms';
import { orNotFound } from '@/lib/http/or-not-found';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('admin.franchises'))('title') };
}

export default async function FranchisePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, gym } = await currentContext();
  if (!can(actor, 'customers.read')) return <ForbiddenPage actor={actor} permission="customers.read" />;
  const { id } = await params;
  const page = await orNotFound(id, async (one) => getFranchise(await serverClient(), one));
  if (!page) notFound();
  const { franchise, gyms, people, invitations, audit } = page;
  const format = await serverFormat(gym?.timezone ?? 'Europe/Paris');
  const t = await getTranslations('admin');
  const { common, shell, auth, team, support, admin } = await getMessages();
  const owners = { roles: ['franchise_owner' as const], gyms: [], franchise };
  return (
    <NextIntlClientProvider
      messages={{
        common,
        shell,
        support,
        team,
        auth: { problem: auth.problem, invalid: auth.invalid, code: auth.code },
        admin,
      }}
    >
      <div className="mx-auto max-w-[76.5rem] px-4 pt-4 pb-12 md:px-8">
        <PageHead
          back={{ href: '/dashboard/admin/franchises', label: t('franchises.title') }}
          title={franchise.name}
          actions={
            !actor.support &&
            can(actor, 'support.open') && (
              <OpenSupportButton
                scope={{ franchise_id: franchise.id }}
                place={franchise.name}
                label={t('franchises.support')}
              />
            )
          }
        >
          <StateWord state={franchise.status} word={t(`franchises.status.${franchise.status}`)} />
          {franchise.status === 'trial' && franchise.trial_ends_on && (
            <span>{t('franchises.trialUntil', { date: format.calendarDay(franchise.trial_ends_on) })}</span>
          )}
          <Fact label={t('plan')}>
            <Link href={`/dashboard/admin/clients?open=${franchise.id}`} className="link">
              {t(`plans.${franchise.plan}`)}
            </Link>
          </Fact>
          <Fact label={t('franchises.column.created')}>
            {format.shortDay(format.localDay(franchise.created_at))}
          </Fact>
        </PageHead>
        <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 content-start gap-9">
            <PageSection
              title={t('franchises.gyms')}
              action={can(actor, 'gyms.create') && <AddGym franchiseId={franchise.id} />}
            >
              <GymLines gyms={gyms} format={format} />
            </PageSection>
            <PageSection
              title={t('franchises.owners')}
              action={
                can(actor, 'team.invite') && (
                  <InviteButton
                    grants={owners}
                    language={actor.language}
                    label={t('franchises.inviteOwner')}
                    tone="neutral"
                  />
                )
              }
            >
              <PeopleList people={people} invitations={invitations} none={t('franchises.noOwners')} />
            </PageSection>
            <History rows={audit} format={format} />
          </div>
          <div className="grid min-w-0 content-start gap-9 max-lg:order-first">
            <PageSection title={t('plate')}>
              <PlateForm
                path={`/api/admin/franchises/${franchise.id}`}
                version={franchise.updated_at}
                lines={[
                  { field: 'name', value: franchise.name, maxLength: 120 },
                  { field: 'city', value: franchise.city ?? '', maxLength: 120 },
                ]}
              />
            </PageSection>
            <PageSection title={t('franchises.access')}>
              <SharesAccess franchise={franchise} />
            </PageSection>
          </div>
        </div>
      </div>
    </NextIntlClientProvider>
  );
}
