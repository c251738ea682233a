import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  const t = useTranslations('common');
  return (
    <output
      aria-label={t('loading')}
      className="block animate-fade lg:grid lg:h-[calc(100dvh-3.25rem)] lg:grid-cols-[minmax(25rem,32.5rem)_minmax(0,1fr)]"
    >
      <div className="lg:border-r lg:border-line">
        <div className="flex h-12 items-center gap-6 border-b border-line px-4 md:px-8">
          <Skeleton className="w-20" />
          <Skeleton className="w-14" />
          <Skeleton className="w-20" />
        </div>
        <div className="h-11 border-b border-line" />
        {Array.from({ length: 8 }, (_, row) => (
          <div key={row} className="grid h-16 content-center gap-2.5 border-b border-line px-4 md:px-8">
            <Skeleton className="w-40" />
            <Skeleton className="w-72 max-w-full" />
          </div>
        ))}
      </div>
      <div className="bg-surface max-lg:hidden">
        <div className="h-12 border-b border-line" />
        <div className="grid gap-4 px-8 py-7">
          <Skeleton className="h-6 w-56" />
          <Skeleton className="w-96 max-w-full" />
        </div>
      </div>
    </output>
  );
}
