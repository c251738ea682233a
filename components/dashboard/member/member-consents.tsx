import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StatusShape } from '@/components/ui/status-shape';
import type { Language } from '@/lib/auth/actor';
import { type MemberPage, purposes } from '@/lib/member';
import type { Format } from '@/lib/utils/format';
import { RecordConsent } from './record-consent';

/** What a member agreed to, purpose by purpose, with its date; the receipt says version, language and place. */
export function MemberConsents({
  member,
  language,
  mayAct,
  format,
}: {
  member: MemberPage;
  language: Language;
  mayAct: boolean;
  format: Format;
}) {
  const t = useTranslations('member.consents');
  const last = member.consents[0];
  return (
    <section aria-labelledby="consents">
      <h2 id="consents" className="pb-2 font-semibold">
        {t('title')}
      </h2>
      <ul className="grid gap-1.5">
        {purposes.map((purpose) => {
          const answer = member.consents.find((one) => one.purpose === purpose);
          const state = answer ? (answer.granted ? 'granted' : 'refused') : 'never';
          return (
            <li key={purpose} className="flex items-start gap-2.5">
              <span className="grid h-5 items-center">
                <StatusShape status={answer?.granted ? 'good' : 'off'} />
              </span>
              <span className={answer?.granted ? 'grow' : 'grow text-ink-2'}>
                {t(`purpose.${purpose}`)}
                <span className="sr-only">, {t(state)}</span>
              </span>
              <span className="shrink-0 text-label leading-5 text-ink-2">
                {answer?.granted ? (
                  <time dateTime={answer.at} title={format.exact(answer.at)}>
                    {format.shortDate(answer.at)}
                  </time>
                ) : (
                  <span aria-hidden>{t(state)}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-3 text-label text-ink-2">
        {last && (
          <Link href={`/dashboard/members/${member.id}/receipt`} className="link">
            {t('receipt')}
          </Link>
        )}
        {mayAct && <RecordConsent memberId={member.id} language={last?.language ?? language} />}
      </p>
    </section>
  );
}
