import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';

export default async function NotFound() {
  const t = await getTranslations('errors.not_found');
  const common = await getTranslations('common');
  return (
    <main className="mx-auto grid max-w-md justify-items-start gap-4 px-6 py-24">
      <h1 className="text-title">{t('title')}</h1>
      <p className="text-ink-2">{t('detail')}</p>
      <Button asChild>
        <Link href="/">{common('home')}</Link>
      </Button>
    </main>
  );
}
