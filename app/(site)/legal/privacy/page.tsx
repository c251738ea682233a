import { getTranslations } from 'next-intl/server';
import { LegalText } from '@/components/common/legal-text';
import { TERMS_VERSION } from '@/lib/auth/setup';
import { serverFormat } from '@/lib/i18n/server-format';

const sections = ['who', 'team', 'cookies', 'voice', 'health', 'keep', 'rights', 'security'] as const;

export async function generateMetadata() {
  return { title: (await getTranslations('legal.privacy'))('title') };
}

export default async function PrivacyPage() {
  const t = await getTranslations('legal');
  const date = (await serverFormat('UTC')).shortDay(TERMS_VERSION);
  return (
    <LegalText
      title={t('privacy.title')}
      lead={t('privacy.lead')}
      version={t('updated', { date })}
      sections={sections.map((key) => ({
        key,
        title: t(`privacy.sections.${key}.title`),
        text: t(`privacy.sections.${key}.text`),
      }))}
      operator={t('operator')}
      other={{ label: t('other'), title: t('terms.title'), href: '/legal/terms' }}
    />
  );
}
