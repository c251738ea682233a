import { getTranslations } from 'next-intl/server';

export default async function NotFound() {
  const t = await getTranslations('kiosk.unknown');
  return (
    <main className="grid min-h-dvh content-center gap-8 px-16">
      <h1 className="text-failure">{t('title')}</h1>
      <p className="text-past text-ink-2">{t('lead')}</p>
    </main>
  );
}
