import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DashboardShell } from '@/components/dashboard/shell/dashboard-shell';
import type { PageKey } from '@/components/dashboard/shell/nav-items';
import { TrialNotice } from '@/components/dashboard/shell/trial-notice';
import { OpenSupportButton } from '@/components/dashboard/support/open-support';
import { SupportBanner } from '@/components/dashboard/support/support-banner';
import { VisitorNote } from '@/components/dashboard/support/visitor-note';
import { ToastProvider } from '@/components/ui/toasts';
import { getPulse } from '@/lib/alerts';
import type { GymContext } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { chosenTheme } from '@/lib/theme';

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('nav.overview') };
}

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { actor, gym } = await currentContext();
  const t = await getTranslations('shell');
  const choice = (one: GymContext) => ({
    id: one.id,
    name: one.name,
    group: one.franchise_name ?? t('independent'),
  });
  const target = gym ? { gymId: gym.id } : {};
  // Who works at the desk begins there; the figures are a page of their own.
  const atDesk = actor.role === 'gym_staff';
  const pages: PageKey[] = [
    atDesk ? 'home' : 'overview',
    ...(gym && can(actor, 'alerts.read', target) ? (['alerts'] as const) : []),
    ...(gym && !atDesk && can(actor, 'members.act', target) ? (['desk'] as const) : []),
    ...(gym && can(actor, 'members.read', target) ? (['members', 'entries'] as const) : []),
    ...(gym && can(actor, 'conversations.read', target) ? (['conversations'] as const) : []),
    ...(gym && can(actor, 'gym.read', target) ? (['classes'] as const) : []),
    ...(can(actor, 'kiosks.read') ? (['kiosks'] as const) : []),
    ...(gym && can(actor, 'team.read', target) ? (['team'] as const) : []),
    ...(atDesk ? (['figures'] as const) : []),
    'settings',
    ...(can(actor, 'customers.read') ? (['clients', 'franchises', 'gyms', 'users', 'costs'] as const) : []),
  ];
  const { common, errors, shell, alerts, overview, kiosks, conversations, members, support, auth } =
    await getMessages();
  const format = await serverFormat(gym?.timezone ?? 'Europe/Paris');
  const mayVisit = can(actor, 'support.open');
  // Read before the page's own data, so that no change falls between the two.
  const pulse = gym ? await getPulse(await serverClient(), gym.id) : null;
  return (
    <NextIntlClientProvider
      messages={{
        common,
        errors,
        shell,
        alerts,
        overview,
        kiosks,
        conversations: { peek: conversations.peek },
        members: { levels: members.levels },
        ...(mayVisit && { support, auth: { problem: auth.problem, invalid: auth.invalid, code: auth.code } }),
      }}
    >
      <ToastProvider>
        <DashboardShell
          person={{ id: actor.id, name: actor.fullName, role: actor.role, theme: await chosenTheme() }}
          gyms={actor.gyms.map(choice)}
          gym={gym && choice(gym)}
          pages={pages}
          openAlerts={gym ? (actor.openAlerts[gym.id] ?? 0) : 0}
          pulse={pulse}
          suspended={gym?.status === 'suspended'}
          notices={
            actor.support ? (
              <SupportBanner support={actor.support} />
            ) : (
              <>
                {gym && <TrialNotice gym={gym} format={format} />}
                <VisitorNote
                  visitors={actor.visitors.filter((one) => !one.gym_id || one.gym_id === gym?.id)}
                  format={format}
                />
              </>
            )
          }
          tools={
            gym &&
            !actor.support &&
            mayVisit && <OpenSupportButton scope={{ gym_id: gym.id }} place={gym.name} />
          }
        >
          {children}
        </DashboardShell>
      </ToastProvider>
    </NextIntlClientProvider>
  );
}
