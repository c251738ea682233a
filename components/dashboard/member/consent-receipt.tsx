import { useTranslations } from 'next-intl';
import type { GymContext } from '@/lib/auth/actor';
import { languageNames } from '@/lib/i18n/locale';
import { type Consent, type MemberPage, purposes } from '@/lib/member';
import type { Format } from '@/lib/utils/format';

/** The paper that a member takes along: what holds today, and every answer before it. */
export function ConsentReceipt({
  member,
  gym,
  format,
}: {
  member: MemberPage;
  gym: GymContext;
  format: Format;
}) {
  const t = useTranslations('member.paper');
  const name = `${member.first_name} ${member.last_name}`;
  const now = purposes.flatMap((purpose) => {
    const answer = member.consents.find((one) => one.purpose === purpose);
    return answer ? [answer] : [];
  });
  const before = member.consents.filter((one) => !now.includes(one));
  return (
    <article className="grid gap-6">
      <header>
        <p className="text-ink-2">
          {gym.name}, {gym.city}
        </p>
        <h1 className="pt-1 text-title">{t('title')}</h1>
        <p className="max-w-[38rem] pt-3">{t('intro', { name })}</p>
      </header>
      {now.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <Answers heading={t('now')} rows={now} format={format} />
      )}
      {before.length > 0 && <Answers heading={t('before')} rows={before} format={format} />}
    </article>
  );
}

function Answers({ heading, rows, format }: { heading: string; rows: Consent[]; format: Format }) {
  const t = useTranslations('member.paper');
  const words = useTranslations('member.consents');
  return (
    <section aria-label={heading} className="overflow-x-auto">
      <h2 className="pb-2 font-semibold">{heading}</h2>
      <table className="w-full max-sm:block">
        <thead className="text-left text-small text-ink-3 max-sm:sr-only">
          <tr className="border-b border-line">
            {(['purpose', 'answer', 'date', 'version', 'place'] as const).map((one) => (
              <th key={one} scope="col" className="py-1.5 pr-4 font-normal">
                {t(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((one) => (
            <tr
              key={one.id}
              className="border-b border-line align-top max-sm:grid max-sm:gap-0.5 max-sm:py-3 sm:[&>*]:py-2 sm:[&>*]:pr-4"
            >
              <th scope="row" className="text-left font-medium">
                {words(`purpose.${one.purpose}`)}
                {one.text && <span className="block font-normal text-ink-2">{one.text}</span>}
                <span className="block text-small font-normal break-all text-ink-3">
                  {t('number', { id: one.id.slice(0, 8) })}
                </span>
              </th>
              <td className={one.granted ? '' : 'text-ink-2'}>
                {words(one.granted ? 'granted' : 'refused')}
              </td>
              <td>{format.exact(one.at)}</td>
              <td>{words('version', { version: one.version, language: languageNames[one.language] })}</td>
              <td>
                {one.source === 'desk'
                  ? t('atDesk', { by: one.by ?? 'none' })
                  : t('atKiosk', { kiosk: one.kiosk ?? '' })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
