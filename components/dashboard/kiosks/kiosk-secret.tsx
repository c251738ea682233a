import { getTranslations } from 'next-intl/server';
import type { KioskDetail } from '@/lib/fleet';
import type { Format } from '@/lib/utils/format';

/** Since when the kiosk has its key, and whether a code or a new key is on its way; never the key itself. */
export async function KioskSecret({ kiosk, format }: { kiosk: KioskDetail; format: Format }) {
  const t = await getTranslations('fleet.secret');
  const { paired, token_issued_at: issued, rotation_asked_at: rotating, code_expires_at: code } = kiosk;
  return (
    <section aria-labelledby="secret-title">
      <h2 id="secret-title" className="border-b border-line pb-2 font-semibold">
        {t('title')}
      </h2>
      <p className="pt-3 text-ink-2">
        {paired && issued ? t('issued', { when: format.moment(issued) }) : !paired && t('none')}
      </p>
      {rotating && <p className="pt-1 text-ink-2">{t('rotating', { when: format.moment(rotating) })}</p>}
      {code && <p className="pt-1 text-ink-2">{t('code', { time: format.time(code) })}</p>}
    </section>
  );
}
