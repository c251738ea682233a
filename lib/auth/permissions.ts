import type { Actor, GymContext, Role, StaffActor } from '@/lib/auth/actor';
import { AppError } from '../errors.ts';

/**
 * How far a role's permission reaches.
 * `gym` their own gym · `franchise` every gym of their franchise · `all` every gym · `unassigned` their own gym, but
 * only alerts that are theirs or nobody's · `allowed` the franchise's gyms whose customer lets the owner read ·
 * `support` gyms to which they have a support access open · `support_write` those where it may also write.
 */
export type Scope = 'gym' | 'franchise' | 'all' | 'unassigned' | 'allowed' | 'support' | 'support_write';

export interface Rule {
  description: string;
  /** Refused while the customer is suspended, unless the platform does it by its own right. */
  writes: boolean;
  /** A role that is not here may not. */
  roles: Partial<Record<Role, Scope>>;
}

const team = { gym_staff: 'gym', gym_manager: 'gym', franchise_owner: 'franchise' } as const;
const managers = { gym_manager: 'gym', franchise_owner: 'franchise' } as const;
const platform = { super_admin: 'all' } as const;
const visitor = { super_admin: 'support' } as const;
const actingVisitor = { super_admin: 'support_write' } as const;

/**
 * Rule T6 as one table. The database holds the same in the helpers of schema private; a test compares both, another
 * the page docs/permissions.md that is generated from it.
 */
export const permissions = {
  'gym.read': { description: 'See the gym and its settings', writes: false, roles: { ...team, ...platform } },
  'gym.update': {
    description: 'Change the gym settings',
    writes: true,
    roles: { ...managers, ...platform },
  },
  'gyms.create': { description: 'Open a gym', writes: true, roles: platform },
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
  'members.act': {
    description: 'Act for members at the desk: visits, bookings, notes, consents',
    writes: true,
    roles: { ...team, ...actingVisitor },
  },
  'members.update': {
    description: 'Add, change, merge and erase members',
    writes: true,
    roles: { ...managers, ...actingVisitor },
  },
  'conversations.read': {
    description: 'List conversations with topics and mood',
    writes: false,
    roles: { gym_staff: 'gym', gym_manager: 'gym', franchise_owner: 'allowed', ...visitor },
  },
  'conversations.transcript': {
    description: 'Read transcripts and summaries',
    writes: false,
    roles: { gym_manager: 'gym', franchise_owner: 'allowed', ...visitor },
  },
  'conversations.retry': {
    description: 'Have a failed analysis done again',
    writes: true,
    roles: { gym_manager: 'gym', franchise_owner: 'allowed', ...actingVisitor },
  },
  'alerts.read': {
    description: 'See the alerts of the gym',
    writes: false,
    roles: { ...team, ...visitor },
  },
  'alerts.act': {
    description: 'Take, resolve, dismiss and reopen alerts',
    writes: true,
    roles: { ...managers, gym_staff: 'unassigned', ...actingVisitor },
  },
  'alerts.act_any': {
    description: 'Act on alerts of colleagues and assign them to others',
    writes: true,
    roles: { ...managers, ...actingVisitor },
  },
  'alerts.platform': {
    description: 'See and close the alerts of the platform',
    writes: true,
    roles: platform,
  },
  'kiosks.read': {
    description: 'See kiosks and their state',
    writes: false,
    roles: { ...team, ...platform },
  },
  'kiosks.create': { description: 'Add a kiosk to a gym', writes: true, roles: platform },
  'kiosks.pair': {
    description: 'Issue a pairing code for a kiosk',
    writes: true,
    roles: { ...managers, ...platform },
  },
  'kiosks.manage': {
    description: 'Change the settings of kiosks and send them commands',
    writes: true,
    roles: { ...managers, ...platform },
  },
  'kiosks.revoke': {
    description: 'Take a kiosk out of service',
    writes: true,
    roles: { ...managers, ...platform },
  },
  'team.read': { description: 'See the team', writes: false, roles: { ...team, ...platform } },
  'team.invite': {
    description: 'Invite people up to their own role, and take invitations back',
    writes: true,
    roles: { ...managers, ...platform },
  },
  'team.manage': {
    description: 'Change roles up to their own, deactivate and reactivate people',
    writes: true,
    roles: { ...managers, ...platform },
  },
  'costs.read': {
    description: 'See what conversations cost',
    writes: false,
    roles: { ...managers, ...platform },
  },
  'costs.manage': {
    description: 'Set the exchange rate and the voice budgets of gyms',
    writes: true,
    roles: platform,
  },
  'audit.read': {
    description: 'See who changed what',
    writes: false,
    roles: { ...managers, ...platform },
  },
  'customers.read': {
    description: 'See every customer with plan and status',
    writes: false,
    roles: platform,
  },
  'customers.manage': {
    description: 'Open, change and suspend customers',
    writes: true,
    roles: platform,
  },
  'platform.read': {
    description: 'See the state and the audit of the platform',
    writes: false,
    roles: platform,
  },
  'support.open': {
    description: 'Open a support access to a customer, with a reason and for an hour at most',
    writes: true,
    roles: platform,
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
  if (target.gymId === undefined) return scope && reachesAnything(scope, actor) ? null : 'forbidden';
  const gym = actor.gyms.find((one) => one.id === target.gymId);
  if (!gym) return 'not_found';
  if (!scope || !covers(scope, actor, gym, target)) return 'forbidden';
  if (rule.writes && gym.status === 'suspended' && scope !== 'all') return 'customer_suspended';
  return null;
}

/** A visitor's permission lives only while a support access does; every other scope is a matter of the role. */
function reachesAnything(scope: Scope, actor: StaffActor): boolean {
  if (scope !== 'support' && scope !== 'support_write') return true;
  return actor.gyms.some((gym) => covers(scope, actor, gym, {}));
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
    case 'support':
      return gym.support !== null;
    case 'support_write':
      return gym.support === 'write';
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
