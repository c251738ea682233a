import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

const columns = 'grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,1fr)]';

export default function Loading() {
  const t = useTranslations('common');
  return (
    <output
      aria-label={t('loading')}
      className="mx-auto grid max-w-[76.5rem] animate-fade gap-6 px-4 pt-5 pb-10 md:px-8"
    >
      <div className="grid gap-2">
        <Skeleton className="my-1 w-44" />
        {['w-[38rem]', 'w-[32rem]', 'w-[24rem]'].map((width) => (
          <span key={width} className="flex h-8.25 items-center">
            <Skeleton className={`h-4 max-w-full ${width}`} />
          </span>
        ))}
      </div>
      <div className={columns}>
        <div>
          <Skeleton className="mb-6 h-4 w-52" />
          <div className="-mx-4 h-38 rounded-lg border border-line bg-surface" />
          {['a', 'b', 'c', 'd'].map((row) => (
            <div key={row} className="grid h-14 content-center gap-2 border-b border-line pl-7.5">
              <Skeleton className="w-32" />
              <Skeleton className="w-80 max-w-full" />
            </div>
          ))}
        </div>
        <div>
          <Skeleton className="mb-6 w-20" />
          {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((row) => (
            <div key={row} className="flex h-9 items-center border-b border-line">
              <Skeleton className="w-48" />
            </div>
          ))}
        </div>
      </div>
    </output>
  );
}
