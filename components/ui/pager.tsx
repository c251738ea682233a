import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Button } from './button';

/** To the next page of a list and back to its start; nothing where one page is all there is. */
export async function Pager({ next, start }: { next: string | null; start: string | null }) {
  const t = await getTranslations('shell.panel');
  if (!next && !start) return null;
  return (
    <nav aria-label={t('more')} className="flex items-center gap-2 py-4 print:hidden">
      {start && (
        <Button asChild tone="quiet">
          <Link href={start}>{t('start')}</Link>
        </Button>
      )}
      {next && (
        <Button asChild>
          <Link href={next}>{t('next')}</Link>
        </Button>
      )}
    </nav>
  );
}
