import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { adviceWords, alertLine, alertVoice, personName } from '@/components/dashboard/alerts/alert-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import type { StaffActor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import type { Overview } from '@/lib/overview';
import type { Format } from '@/lib/utils/format';
import { dial, displayPhone } from '@/lib/utils/phone';
import { CallList, type CallRow } from './call-list';

/** Who needs a call today and why, the most urgent first. */
export async function ToCall({
  overview,
  format,
  actor,
  gymId,
}: {
  overview: Overview;
  format: Format;
  actor: StaffActor;
  gymId: string;
}) {
  const t = await getTranslations('overview.call');
  const voice = await alertVoice(format);
  const levels = await getTranslations('members.levels');
  const now = new Date();
  const rows = overview.to_call.map((row): CallRow => {
    const owner = row.assigned_to?.id ?? null;
    // The risk's level explains a departure; somebody upset is said to be upset.
    const level = row.type === 'churn_risk' ? row.level : null;
    const act = level === null || level === 'critical';
    return {
      id: row.id,
      owner,
      mayAct: can(actor, 'alerts.act', { gymId, assignedTo: owner }),
      name: personName(row.member),
      firstName: row.member.first_name,
      status: act ? 'act' : 'watch',
      level,
      word: level ? levels(level) : voice.t('types.negative_feedback'),
      since: t('since', { when: format.age(row.created_at, now) }),
      sentence: alertLine(row, voice),
      advice: adviceWords(row.recommended_actions, voice)[0] ?? null,
      phone: row.member.phone ? { href: dial(row.member.phone), text: displayPhone(row.member.phone) } : null,
    };
  });
  return (
    <section aria-labelledby="to-call">
      <div className="flex min-h-8 items-baseline justify-between gap-4">
        <h2 id="to-call" className="text-head">
          {t('title')}
          {rows.length > 0 && (
            <span className="pl-2 text-base font-normal tracking-normal text-ink-2 max-lg:hidden">
              {t('note', { count: rows.length })}
            </span>
          )}
        </h2>
        {rows.length > 1 && (
          <span className="flex items-center gap-1 text-label text-ink-2 max-md:hidden print:hidden">
            <Kbd>J</Kbd>
            <Kbd>K</Kbd> <span className="pl-1">{t('move')}</span>
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <div className="border-t border-line">
          <EmptyState title={t('empty.title')}>{t('empty.detail')}</EmptyState>
        </div>
      ) : (
        <>
          <CallList rows={rows} me={actor.id} />
          <p className="flex min-h-10 items-center justify-between gap-4">
            <span className="text-ink-2 max-md:hidden">{t('more')}</span>
            <Link
              href="/dashboard/alerts"
              className="flex items-center gap-2 font-medium hover:underline max-md:py-3"
            >
              {t('all')} <ArrowRight size={14} strokeWidth={1.6} aria-hidden />
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
