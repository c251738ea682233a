import { Skeleton } from '@/components/ui/skeleton';

const widths = ['w-72', 'w-56', 'w-80', 'w-64', 'w-60'];

/** A list on its way, in its final geometry: tools, head, rows of 40 px. */
export function TableSkeleton({ label, tabs }: { label: string; tabs: boolean }) {
  return (
    <output aria-label={label} className="block animate-fade">
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
            <Skeleton className={`max-w-[40%] ${widths[row % widths.length]}`} />
          </div>
        ))}
      </div>
    </output>
  );
}
