import type { Status } from '@/components/ui/status-shape';
import type { TeamStatus } from '@/lib/team';

/** The shape of each state; its word is in the `team.status` messages. */
export const statusShapes: Record<TeamStatus, Status> = {
  active: 'good',
  invited: 'off',
  undelivered: 'act',
  expired: 'watch',
  inactive: 'off',
};

/** The colour of a state's word: only what asks for something has one. */
export const statusTones: Record<TeamStatus, string> = {
  active: 'text-ink',
  invited: 'text-ink-2',
  undelivered: 'text-act',
  expired: 'text-watch',
  inactive: 'text-ink-3',
};
