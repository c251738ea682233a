import { useTranslations } from 'next-intl';
import type { MemberPage } from '@/lib/member';
import { dial, displayPhone } from '@/lib/utils/phone';
import { SideRow } from './side-row';

/** Telephone and mail one tap away, for those who may see them. */
export function MemberReach({ member }: { member: MemberPage }) {
  const t = useTranslations('member.reach');
  const { contact } = member;
  return (
    <section aria-labelledby="reach">
      <h2 id="reach" className="pb-1.5 font-semibold">
        {t('title')}
      </h2>
      {!contact && <p className="text-ink-2">{t('hidden')}</p>}
      {contact && !contact.phone && !contact.email && <p className="text-ink-2">{t('none')}</p>}
      <dl>
        {contact?.phone && (
          <SideRow label={t('phone')}>
            <a href={dial(contact.phone)} className="link">
              {displayPhone(contact.phone)}
            </a>
          </SideRow>
        )}
        {contact?.email && (
          <SideRow label={t('email')}>
            <a href={`mailto:${contact.email}`} className="link break-all">
              {contact.email}
            </a>
          </SideRow>
        )}
      </dl>
    </section>
  );
}
