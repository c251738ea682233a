import { getTranslations } from 'next-intl/server';
import { LegalText } from '@/components/common/legal-text';
import { TERMS_VERSION } from '@/lib/auth/setup';
import { serverFormat } from '@/lib/i18n/server-format';

const sections = ['service', 'access', 'members', 'advice', 'availability', 'end', 'changes'] as const;

export async function generateMetadata() {
  return { title: (await getTranslations('legal.terms'))('title') };
}

export default async function TermsPage() {
  const t = await getTranslations('legal');
  const date = (await serverFormat('UTC')).shortDay(TERMS_VERSION);
  return (
    <LegalText
      title={t('terms.title')}
      lead={t('terms.lead')}
      version={t('updated', { date })}
      sections={sections.map((key) => ({
        key,
        title: t(`terms.sections.${key}.title`),
        text: t(`terms.sections.${key}.text`),
      }))}
      operator={t('operator')}
      other={{ label: t('other'), title: t('privacy.title'), href: '/legal/privacy' }}
    />
  );
}
