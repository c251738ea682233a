import Link from 'next/link';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { alertVoice } from '@/components/dashboard/alerts/alert-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import type { GymContext, StaffActor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import type { Desk } from '@/lib/desk';
import { serverFormat } from '@/lib/i18n/server-format';
import { typeset } from '@/lib/utils/typography';
import { CallsList } from './calls-list';
import { CheckInBox } from './check-in-box';
import { HereList, RequestsList } from './desk-rail';
import type { DeskVoice } from './desk-words';
import { PersonRow } from './person-row';

/** The desk: who just came in, what there is to say to them, who is here. Stays open all day and redraws itself. */
export async function DeskPage({ actor, gym, desk }: { actor: StaffActor; gym: GymContext; desk: Desk }) {
  const t = await getTranslations('desk');
  const { common, shell, alerts, desk: words } = await getMessages();
  const format = await serverFormat(gym.timezone);
  const mayAct = can(actor, 'members.act', { gymId: gym.id });
  const now = new Date();
  const voice: DeskVoice = {
    t,
    alerts: await alertVoice(format),
    byId: new Map(desk.alerts.map((alert) => [alert.id, alert])),
    today: desk.date,
  };
  const calls = desk.alerts.filter(
    ({ type, priority }) => type === 'staff_call' && (priority === 'high' || priority === 'urgent'),
  );
  const todo = desk.people.reduce((sum, { say }) => sum + say.length, calls.length);
  return (
    <NextIntlClientProvider messages={{ common, shell, alerts, desk: words }}>
      <div className="mx-auto grid max-w-[76.5rem] grid-cols-[minmax(0,1fr)] gap-6 px-4 pt-5 pb-10 md:px-8">
        <div className="grid gap-2">
          <h1 className="sr-only">{t('title')}</h1>
          <p className="text-ink-2 first-letter:uppercase">
            {format.longDate(now)}, {format.time(now)}
          </p>
          <p className="text-[1.125rem] leading-[1.625rem] tracking-[-0.014em] text-ink-2 md:text-lead md:leading-[2.0625rem]">
            {typeset(t('inside', { inside: desk.inside, usual: desk.usual || 'none' }), format.locale)}{' '}
            <span className="font-medium text-ink">{typeset(t('todo', { count: todo }), format.locale)}</span>
          </p>
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,1fr)]">
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
            <CallsList calls={calls} voice={voice} mayAct={mayAct} />
            {mayAct ? <CheckInBox gymId={gym.id} /> : <p className="text-ink-2">{t('suspended')}</p>}
            <section aria-labelledby="came">
              <div className="flex min-h-9 items-baseline justify-between gap-4 border-b border-line">
                <h2 id="came" className="text-head">
                  {t('came')}{' '}
                  <span className="pl-1 text-base font-normal tracking-normal text-ink-2">
                    {t('cameNote')}
                  </span>
                </h2>
                {mayAct && desk.people.length > 0 && (
                  <span className="flex items-center gap-1 text-label text-ink-2 max-md:hidden print:hidden">
                    <Kbd>J</Kbd> <Kbd>K</Kbd> {t('keys.move')} <Kbd>E</Kbd> {t('keys.tick')} <Kbd>C</Kbd>{' '}
                    {t('keys.in')}
                  </span>
                )}
              </div>
              {desk.people.length === 0 ? (
                <EmptyState title={t('empty.title')}>{t('empty.detail')}</EmptyState>
              ) : (
                <ul>
                  {desk.people.map((person) => (
                    <PersonRow
                      key={person.visit_id ?? person.member_id}
                      person={person}
                      voice={voice}
                      mayAct={mayAct}
                    />
                  ))}
                </ul>
              )}
            </section>
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-7">
            <RequestsList desk={desk} voice={voice} mayAct={mayAct} />
            <HereList desk={desk} voice={voice} mayAct={mayAct} />
            {actor.role === 'gym_staff' && (
              <p>
                <Link href="/dashboard/overview" className="link inline-flex min-h-11 items-center">
                  {t('figures')}
                </Link>
              </p>
            )}
          </div>
        </div>
      </div>
    </NextIntlClientProvider>
  );
}
