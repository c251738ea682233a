import { Download } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';

/** How much of a list is shown, and the whole of it as a file. */
export async function ShownAndExport({ shown, href }: { shown: string; href: string }) {
  const t = await getTranslations('shell.panel');
  return (
    <p className="flex items-center gap-3 text-label text-ink-2">
      {shown}
      <Button asChild tone="quiet" size="bar" className="-mr-2.5 print:hidden">
        <a href={href} aria-label={t('exportDetail')} download>
          <Download size={16} strokeWidth={1.6} aria-hidden /> {t('export')}
        </a>
      </Button>
    </p>
  );
}
