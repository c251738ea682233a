import { cn } from '@/lib/utils/cn';

export type Status = 'good' | 'watch' | 'act' | 'off';

/** The shape of a state, 12 px: disc, triangle, diamond, ring. Always beside a word, so it is hidden from readers. */
export function StatusShape({ status, className }: { status: Status; className?: string }) {
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden
      focusable="false"
      className={cn('shrink-0', className)}
    >
      {status === 'good' && <circle cx="6" cy="6" r="4.2" className="fill-good" />}
      {status === 'watch' && <path d="M6 1 11.5 10.8H.5Z" className="fill-watch-fill" />}
      {status === 'act' && <path d="M6 .2 11.8 6 6 11.8.2 6Z" className="fill-act-fill" />}
      {status === 'off' && (
        <circle cx="6" cy="6" r="4" fill="none" strokeWidth="1.6" className="stroke-off" />
      )}
    </svg>
  );
}
