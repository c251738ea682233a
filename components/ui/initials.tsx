import { cn } from '@/lib/utils/cn';

/** A person as a small disc with initials, or a dashed ring for nobody. Decoration: the name stands beside it or in `title`. */
export function Initials({
  name,
  size = 'small',
  className,
}: {
  name: string | null;
  size?: 'small' | 'normal';
  className?: string;
}) {
  const letters = (name ?? '')
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    <span
      aria-hidden
      title={name ?? undefined}
      className={cn(
        'inline-grid shrink-0 place-items-center rounded-full text-[0.625rem] leading-none font-semibold text-ink-2',
        size === 'small' ? 'size-5' : 'size-6',
        letters ? 'bg-selected' : 'border border-dashed border-control',
        className,
      )}
    >
      {letters}
    </span>
  );
}
