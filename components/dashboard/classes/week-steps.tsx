import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { addDays, type Format } from '@/lib/utils/format';
import { href } from '@/lib/utils/search-params';

/** Which week is on screen, the one before, the one after and this one. */
export async function WeekSteps({
  path,
  query,
  monday,
  today,
  format,
}: {
  path: string;
  query: Record<string, string | undefined>;
  monday: string;
  today: string;
  format: Format;
}) {
  const t = await getTranslations('classes');
  const to = (week: string | null) => href(path, query, { week });
  const isNow = today >= monday && today < addDays(monday, 7);
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1 pb-4">
      <Button asChild size="icon" className="print:hidden">
        <Link href={to(addDays(monday, -7))} scroll={false} aria-label={t('previousWeek')}>
          <ChevronLeft size={16} strokeWidth={1.6} aria-hidden />
        </Link>
      </Button>
      <Button asChild size="icon" className="print:hidden">
        <Link href={to(addDays(monday, 7))} scroll={false} aria-label={t('nextWeek')}>
          <ChevronRight size={16} strokeWidth={1.6} aria-hidden />
        </Link>
      </Button>
      <p className="px-1 text-head">
        {t('weekOf', { from: format.calendarDay(monday), to: format.calendarDay(addDays(monday, 6)) })}
      </p>
      {!isNow && (
        <Link href={to(null)} scroll={false} className="link text-label print:hidden" data-key="t">
          {t('thisWeek')}
        </Link>
      )}
    </div>
  );
}
