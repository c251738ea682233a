import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

/** What one may want to read before agreeing to anything; at the foot of every public page. */
export async function LegalLinks() {
  const t = await getTranslations('auth.frame');
  return (
    <nav aria-label={t('legal')} className="flex flex-wrap gap-x-6 text-label text-ink-2">
      <Link href="/legal/terms" className="py-2 hover:text-ink">
        {t('terms')}
      </Link>
      <Link href="/legal/privacy" className="py-2 hover:text-ink">
        {t('privacy')}
      </Link>
    </nav>
  );
}
