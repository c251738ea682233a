import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { BudgetForm } from '@/components/admin/costs/budget-form';
import { GymMonth } from '@/components/admin/costs/gym-month';
import { AddKiosk } from '@/components/admin/gyms/add-kiosk';
import { Maintenance } from '@/components/admin/gyms/maintenance';
import { OpenDashboard } from '@/components/admin/gyms/open-dashboard';
import { plateLines } from '@/components/admin/gyms/plate-lines';
import { History } from '@/components/admin/history';
import { Fact, PageHead } from '@/components/admin/page-head';
import { PageSection } from '@/components/admin/page-section';
import { PeopleList } from '@/components/admin/people-list';
import { PlateForm } from '@/components/admin/plate-form';
import { StateWord } from '@/components/admin/state-word';
import { KioskRail } from '@/components/dashboard/kiosks/kiosk-rail';
import { OpenSupportButton } from '@/components/dashboard/support/open-support';
import { InviteButton } from '@/components/dashboard/team/invite-button';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { getGymCosts } from '@/lib/costs';
import { currentContext, getGym } from '@/lib/gyms';
import { orNotFound } from '@/lib/http/or-not-found';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('admin.gyms'))('title') };
}

export default async function GymPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await currentContext();
  if (!can(actor, 'customers.read')) return <ForbiddenPage actor={actor} permission="customers.read" />;
  const { id } = await params;
  const db = await serverClient();
  const found = await orNotFound(id, (one) => Promise.all([getGym(db, one), getGymCosts(db, one)]));
  if (!found) notFound();
  const [page, spent] = found;
  const { gym, maintenance, kiosks, people, invitations, grants, audit } = page;
  const format = await serverFormat(gym.timezone);
  const t = await getTranslations('admin');
  const { common, shell, auth, team, support, kiosks: kioskWords, admin, costs } = await getMessages();
  const since =
    maintenance?.since &&
    t('gyms.maintenanceBy', {
      name: maintenance.by ?? t('platform'),
      date: format.moment(maintenance.since),
    });
  return (
    <NextIntlClientProvider
      messages={{
        common,
        shell,
        support,
        team,
        kiosks: kioskWords,
        auth: { problem: auth.problem, invalid: auth.invalid, code: auth.code },
        admin,
        costs: { budget: costs.budget },
      }}
    >
      <div className="mx-auto max-w-[76.5rem] px-4 pt-4 pb-12 md:px-8">
        <PageHead
          back={{ href: '/dashboard/admin/gyms', label: t('gyms.title') }}
          title={gym.name}
          actions={
            <>
              <OpenDashboard gymId={gym.id} />
              {!actor.support && can(actor, 'support.open') && (
                <OpenSupportButton scope={{ gym_id: gym.id }} place={gym.name} label={t('gyms.support')} />
              )}
            </>
          }
        >
          <StateWord state={gym.status} word={t(`gyms.status.${gym.status}`)} />
          {gym.franchise ? (
            <Link href={`/dashboard/admin/franchises/${gym.franchise.id}`} className="link">
              {gym.franchise.name}
            </Link>
          ) : (
            <span>{t('independent')}</span>
          )}
          <Fact label={t('plan')}>
            <Link href={`/dashboard/admin/clients?open=${gym.franchise?.id ?? gym.id}`} className="link">
              {t(`plans.${gym.plan}`)}
            </Link>
          </Fact>
          <Fact label={t('gyms.members')}>{format.number(page.members)}</Fact>
          <Fact label={t('gyms.column.conversations')}>{format.number(page.conversations)}</Fact>
          <Fact label={t('gyms.column.lastScan')}>
            {page.last_scan_at ? (
              <time dateTime={page.last_scan_at} title={format.exact(page.last_scan_at)}>
                {format.moment(page.last_scan_at)}
              </time>
            ) : (
              t('never')
            )}
          </Fact>
        </PageHead>
        <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 content-start gap-9">
            <div>
              <KioskRail kiosks={kiosks} format={format} mayManage={can(actor, 'kiosks.pair')} />
              {can(actor, 'kiosks.create') && (
                <div className="pt-3">
                  <AddKiosk gymId={gym.id} />
                </div>
              )}
            </div>
            <PageSection
              title={t('gyms.team')}
              action={
                can(actor, 'team.invite') &&
                grants.roles.length > 0 && (
                  <InviteButton
                    grants={grants}
                    language={gym.locale}
                    label={t('gyms.invite')}
                    tone="neutral"
                  />
                )
              }
            >
              <PeopleList people={people} invitations={invitations} none={t('gyms.noTeam')} />
            </PageSection>
            <History rows={audit} format={format} />
          </div>
          <div className="grid min-w-0 content-start gap-9">
            <PageSection title={t('gyms.maintenance')}>
              {gym.status === 'suspended' ? (
                <p className="py-3 text-ink-2">{t('gyms.held')}</p>
              ) : (
                <Maintenance
                  gym={gym}
                  isOn={maintenance !== null}
                  message={maintenance?.message ?? ''}
                  since={since ?? null}
                />
              )}
            </PageSection>
            <PageSection title={(await getTranslations('costs.gym'))('title')}>
              <GymMonth costs={spent} format={format} />
              {can(actor, 'costs.manage') && <BudgetForm gym={gym} usd={spent.budget_usd} />}
            </PageSection>
            <PageSection title={t('plate')}>
              <PlateForm
                path={`/api/admin/gyms/${gym.id}`}
                version={gym.updated_at}
                lines={plateLines(gym)}
              />
            </PageSection>
          </div>
        </div>
      </div>
    </NextIntlClientProvider>
  );
}
