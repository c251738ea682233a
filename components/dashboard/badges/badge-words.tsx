import type { Status } from '@/components/ui/status-shape';
import type { EntryOutcome, MemberBadge } from '@/lib/badges';

/** A badge's number as shared screens show it. */
export function MaskedNumber({ tail }: { tail: string | null }) {
  return (
    <span className="font-mono whitespace-nowrap">
      <span aria-hidden>•••• </span>
      {tail ?? '––––'}
    </span>
  );
}

export const badgeShapes: Record<MemberBadge['state'], Status> = {
  valid: 'good',
  lost: 'act',
  replaced: 'off',
  returned: 'off',
  moved: 'off',
  expired: 'off',
};

export const entryShapes: Record<EntryOutcome, Status> = {
  welcome: 'good',
  visitor: 'good',
  repeat: 'good',
  captured: 'off',
  unknown: 'watch',
  ambiguous: 'watch',
  inactive: 'watch',
  expired: 'watch',
  suspended: 'watch',
  replaced: 'watch',
  paused: 'watch',
  lost: 'act',
};
