import type { Actor, GymContext, Role, StaffActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';

/**
 * How far a role's permission reaches.
 * `gym` their own gym · `franchise` every gym of their franchise · `all` every gym · `unassigned` their own gym, but
 * only alerts that are theirs or nobody's · `allowed` the franchise's gyms whose customer lets the owner read.
 */
export type Scope = 'gym' | 'franchise' | 'all' | 'unassigned' | 'allowed';

interface Rule {
  description: string;
  /** Refused while the customer is suspended, unless the platform does it. */
  writes: boolean;
  /** A role that is not here may not. */
  roles: Partial<Record<Role, Scope>>;
}

const team = { gym_staff: 'gym', gym_manager: 'gym', franchise_owner: 'franchise' } as const;
const managers = { gym_manager: 'gym', franchise_owner: 'franchise' } as const;
const platform = { super_admin: 'all' } as const;

/** Rule T6 as one table. The database holds the same in the helpers of schema private; a test compares both. */
export const permissions = {
  'gym.read': { description: 'See the gym and its settings', writes: false, roles: { ...team, ...platform } },
  'gym.update': {
    description: 'Change the gym settings',
    writes: true,
    roles: { ...managers, ...platform },
  },
  'members.read': {
    description: 'See members, their visits and their risk',
    writes: false,
    roles: { ...team, ...platform },
  },
  'members.contact': {
    description: 'See e-mail and phone of members, and export them',
    writes: false,
    roles: { ...managers, ...platform },
  },
  'conversations.read': {
    description: 'List conversations with topics and mood',
    writes: false,
    roles: { gym_staff: 'gym', gym_manager: 'gym', franchise_owner: 'allowed' },
  },
  'conversations.transcript': {
    description: 'Read transcripts and summaries',
    writes: false,
    roles: { gym_manager: 'gym', franchise_owner: 'allowed' },
  },
  'alerts.read': { description: 'See the alerts of the gym', writes: false, roles: team },
  'alerts.act': {
    description: 'Take, resolve, dismiss and reopen alerts',
    writes: true,
    roles: { ...managers, gym_staff: 'unassigned' },
  },
  'alerts.act_any': {
    description: 'Act on alerts of colleagues and assign them to others',
    writes: true,
    roles: managers,
  },
  'kiosks.read': {
    description: 'See kiosks and their state',
    writes: false,
    roles: { ...team, ...platform },
  },
  'kiosks.pair': {
    description: 'Issue a pairing code for a kiosk',
    writes: true,
    roles: { ...managers, ...platform },
  },
  'kiosks.revoke': {
    description: 'Take a kiosk out of service',
    writes: true,
    roles: { ...managers, ...platform },
  },
  'team.read': { description: 'See the team', writes: false, roles: { ...team, ...platform } },
  'audit.read': {
    description: 'See who changed what',
    writes: false,
    roles: { ...managers, ...platform },
  },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** What the permission is asked for: a gym, and for alerts the person who has it. Nothing means "anywhere at all". */
export interface Target {
  gymId?: string;
  assignedTo?: string | null;
}

type Refusal = 'forbidden' | 'not_found' | 'customer_suspended';

/** Why the actor may not, or null when they may. A gym that they cannot open is not found (rule T7). */
export function refusal(actor: Actor, permission: Permission, target: Target = {}): Refusal | null {
  if (actor.kind !== 'staff') return 'forbidden';
  const rule: Rule = permissions[permission];
  const scope = rule.roles[actor.role];
  if (target.gymId === undefined) return scope ? null : 'forbidden';
  const gym = actor.gyms.find((one) => one.id === target.gymId);
  if (!gym) return 'not_found';
  if (!scope || !covers(scope, actor, gym, target)) return 'forbidden';
  if (rule.writes && gym.status === 'suspended' && actor.role !== 'super_admin') return 'customer_suspended';
  return null;
}

function covers(scope: Scope, actor: StaffActor, gym: GymContext, target: Target): boolean {
  switch (scope) {
    case 'gym':
    case 'franchise':
    case 'all':
      return true;
    case 'unassigned':
      return target.assignedTo == null || target.assignedTo === actor.id;
    case 'allowed':
      return gym.owner_reads_conversations;
  }
}

/** Whether the actor may; pure, for buttons and pages. The database decides again. */
export function can(actor: Actor, permission: Permission, target?: Target): boolean {
  return refusal(actor, permission, target) === null;
}

/** Throws `forbidden`, `not_found` or `customer_suspended` when the actor may not. */
export function requirePermission(actor: Actor, permission: Permission, target?: Target): void {
  const why = refusal(actor, permission, target);
  if (why) throw new AppError(why);
}
