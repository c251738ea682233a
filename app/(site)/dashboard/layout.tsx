import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DashboardShell } from '@/components/dashboard/shell/dashboard-shell';
import type { PageKey } from '@/components/dashboard/shell/nav-items';
import { ToastProvider } from '@/components/ui/toasts';
import { getPulse } from '@/lib/alerts';
import type { GymContext } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { currentContext } from '@/lib/gyms';
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
  const pages: PageKey[] = [
    'overview',
    ...(gym && can(actor, 'alerts.read', target) ? (['alerts'] as const) : []),
    ...(gym && can(actor, 'members.read', target) ? (['members'] as const) : []),
    ...(gym && can(actor, 'conversations.read', target) ? (['conversations'] as const) : []),
    'settings',
  ];
  const { common, errors, shell, alerts, overview, kiosks, conversations, members } = await getMessages();
  // Read before the page's own data, so that no change falls between the two.
  const version = gym ? await getPulse(await serverClient(), gym.id) : null;
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
      }}
    >
      <ToastProvider>
        <DashboardShell
          person={{ id: actor.id, name: actor.fullName, role: actor.role, theme: await chosenTheme() }}
          gyms={actor.gyms.map(choice)}
          gym={gym && choice(gym)}
          pages={pages}
          openAlerts={gym ? (actor.openAlerts[gym.id] ?? 0) : 0}
          version={version}
          suspended={gym?.status === 'suspended'}
        >
          {children}
        </DashboardShell>
      </ToastProvider>
    </NextIntlClientProvider>
  );
}
