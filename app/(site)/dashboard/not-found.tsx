import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';

export default async function NotFound() {
  const t = await getTranslations('shell.notFound');
  return (
    <div className="grid max-w-md justify-items-start gap-4 px-4 py-16 md:px-8">
      <h1 className="text-title">{t('title')}</h1>
      <p className="text-ink-2">{t('detail')}</p>
      <Button asChild>
        <Link href="/dashboard">{t('action')}</Link>
      </Button>
    </div>
  );
}
