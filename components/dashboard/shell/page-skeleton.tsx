import { Skeleton } from '@/components/ui/skeleton';
import type { PageKey } from './nav-items';

const withTabs: PageKey[] = [
  'members',
  'entries',
  'classes',
  'kiosks',
  'team',
  'clients',
  'franchises',
  'gyms',
  'users',
  'costs',
];

const lineWidths = ['w-72', 'w-56', 'w-80', 'w-64', 'w-60'];
const columns = 'grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,1fr)]';

/** A page on its way, in its final geometry. */
export function PageSkeleton({ page }: { page: PageKey }) {
  if (page === 'overview' || page === 'home' || page === 'desk' || page === 'figures')
    return <OverviewSkeleton />;
  if (page === 'alerts') return <InboxSkeleton />;
  if (page === 'settings') return <SettingsSkeleton />;
  return <TableSkeleton tabs={withTabs.includes(page)} />;
}

function OverviewSkeleton() {
  return (
    <div className="mx-auto grid max-w-[76.5rem] animate-fade gap-6 px-4 pt-5 pb-10 md:px-8">
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
    </div>
  );
}

function SettingsSkeleton() {
  return (
    <div className="animate-fade">
      <div className="flex h-11 items-center gap-6 border-b border-line px-4 md:px-8">
        <Skeleton className="w-12" />
        <Skeleton className="w-16" />
      </div>
      <div className="grid max-w-[64rem] gap-x-16 gap-y-5 px-4 py-8 md:px-8 lg:grid-cols-[17rem_minmax(0,34rem)]">
        <div className="grid content-start gap-3">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="w-56" />
        </div>
        <div className="grid gap-5">
          {['a', 'b'].map((row) => (
            <div key={row} className="grid gap-2.5">
              <Skeleton className="w-28" />
              <Skeleton className="h-10 w-full" />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function InboxSkeleton() {
  return (
    <div className="animate-fade lg:grid lg:h-[calc(100dvh-3.25rem)] lg:grid-cols-[minmax(25rem,32.5rem)_minmax(0,1fr)]">
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
    </div>
  );
}

function TableSkeleton({ tabs }: { tabs: boolean }) {
  return (
    <div className="animate-fade">
      {tabs && (
        <div className="flex h-11 items-center gap-8 border-b border-line px-4 md:px-8">
          <Skeleton className="w-16" />
          <Skeleton className="w-20" />
          <Skeleton className="w-24 max-md:hidden" />
          <Skeleton className="w-24 max-md:hidden" />
        </div>
      )}
      <div className="px-4 md:px-8">
        <div className="flex h-12 items-center gap-2">
          <Skeleton className="h-7 w-58" />
          <Skeleton className="h-7 w-32 max-md:hidden" />
          <Skeleton className="h-7 w-32 max-md:hidden" />
        </div>
        <div className="h-9 border-b border-line max-md:hidden" />
        {Array.from({ length: 14 }, (_, row) => (
          <div key={row} className="flex h-10 items-center gap-8 border-b border-line pl-3 max-md:h-14">
            <Skeleton className="w-24" />
            <Skeleton className="w-20 max-md:hidden" />
            <Skeleton className={`max-w-[40%] ${lineWidths[row % lineWidths.length]}`} />
          </div>
        ))}
      </div>
    </div>
  );
}
