import { describe, expect, it } from 'vitest';
import type { Actor, GymContext, Role, StaffActor } from '@/lib/auth/actor';
import { can, type Permission, permissions, refusal, requirePermission } from '@/lib/auth/permissions';
import { AppError } from '@/lib/errors';

const gym = (id: string, more: Partial<GymContext> = {}): GymContext => ({
  id,
  name: id,
  city: 'Lille',
  franchise_name: 'Nord',
  status: 'active',
  owner_reads_conversations: false,
  locale: 'fr',
  timezone: 'Europe/Paris',
  currency: 'EUR',
  support: null,
  ...more,
});

/** A person as get_actor gives them: staff and managers open one gym, an owner two, a super admin all four. */
function person(role: Role, more: Partial<GymContext> = {}): StaffActor {
  const own = [gym('lille', more)];
  const franchise = [...own, gym('arras', { ...more, owner_reads_conversations: true })];
  const all = [...franchise, gym('nice', more), gym('solo', { ...more, franchise_name: null })];
  const gyms = { gym_staff: own, gym_manager: own, franchise_owner: franchise, super_admin: all }[role];
  return {
    kind: 'staff',
    id: role,
    email: '',
    fullName: '',
    role,
    language: 'fr',
    gyms,
    openAlerts: {},
    support: null,
    visitors: [],
  };
}

const roles: Role[] = ['gym_staff', 'gym_manager', 'franchise_owner', 'super_admin'];
const everywhere = 'lille arras nice solo';

/** Rule T6 by hand: of lille, arras, nice and solo, the gyms where staff, manager, owner and super admin may. */
const cells: Record<Permission, [string, string, string, string]> = {
  'gym.read': ['lille', 'lille', 'lille arras', everywhere],
  'gym.update': ['', 'lille', 'lille arras', everywhere],
  'gyms.create': ['', '', '', everywhere],
  'members.read': ['lille', 'lille', 'lille arras', everywhere],
  'members.contact': ['', 'lille', 'lille arras', everywhere],
  'members.act': ['lille', 'lille', 'lille arras', ''],
  'members.update': ['', 'lille', 'lille arras', ''],
  'conversations.read': ['lille', 'lille', 'arras', ''],
  'conversations.transcript': ['', 'lille', 'arras', ''],
  'conversations.retry': ['', 'lille', 'arras', ''],
  'alerts.read': ['lille', 'lille', 'lille arras', ''],
  'alerts.act': ['lille', 'lille', 'lille arras', ''],
  'alerts.act_any': ['', 'lille', 'lille arras', ''],
  'alerts.platform': ['', '', '', everywhere],
  'kiosks.read': ['lille', 'lille', 'lille arras', everywhere],
  'kiosks.create': ['', '', '', everywhere],
  'kiosks.pair': ['', 'lille', 'lille arras', everywhere],
  'kiosks.manage': ['', 'lille', 'lille arras', everywhere],
  'kiosks.revoke': ['', 'lille', 'lille arras', everywhere],
  'team.read': ['lille', 'lille', 'lille arras', everywhere],
  'team.invite': ['', 'lille', 'lille arras', everywhere],
  'team.manage': ['', 'lille', 'lille arras', everywhere],
  'costs.read': ['', 'lille', 'lille arras', everywhere],
  'costs.manage': ['', '', '', everywhere],
  'audit.read': ['', 'lille', 'lille arras', everywhere],
  'customers.read': ['', '', '', everywhere],
  'customers.manage': ['', '', '', everywhere],
  'platform.read': ['', '', '', everywhere],
  'support.open': ['', '', '', everywhere],
};

/** What a super admin may at a gym only while they visit it: by a visit that reads, and by one that writes too. */
const visits: Partial<Record<Permission, ['yes' | 'no', 'yes']>> = {
  'members.act': ['no', 'yes'],
  'members.update': ['no', 'yes'],
  'conversations.read': ['yes', 'yes'],
  'conversations.transcript': ['yes', 'yes'],
  'conversations.retry': ['no', 'yes'],
  'alerts.read': ['yes', 'yes'],
  'alerts.act': ['no', 'yes'],
  'alerts.act_any': ['no', 'yes'],
};

const every = Object.keys(permissions) as Permission[];
const grid = every.flatMap((permission) => roles.map((role) => ({ permission, role })));

describe('each cell of rule T6', () => {
  it.each(grid)('$permission as $role', ({ permission, role }) => {
    const actor = person(role);
    const open = ['lille', 'arras', 'nice', 'solo'].filter((gymId) => can(actor, permission, { gymId }));
    expect(open.join(' ')).toBe(cells[permission][roles.indexOf(role)]);
    expect(can(actor, permission)).toBe(cells[permission][roles.indexOf(role)] !== '');
  });
});

describe("other gym's id is not found", () => {
  it.each(every)('%s', (permission) => {
    for (const role of ['gym_staff', 'gym_manager', 'franchise_owner'] as const)
      expect(refusal(person(role), permission, { gymId: 'nice' })).toBe('not_found');
    expect(refusal(person('super_admin'), permission, { gymId: 'unknown' })).toBe('not_found');
  });
});

describe('a suspended customer', () => {
  it.each(grid)('$permission as $role: reads stay, writes are refused', ({ permission, role }) => {
    const usual = refusal(person(role), permission, { gymId: 'lille' });
    const suspended = refusal(person(role, { status: 'suspended' }), permission, { gymId: 'lille' });
    const refused = permissions[permission].writes && role !== 'super_admin' && usual === null;
    expect(suspended).toBe(refused ? 'customer_suspended' : usual);
  });
});

describe('a super admin who visits Lille', () => {
  const visiting = (support: 'read' | 'write', status: GymContext['status'] = 'active') => {
    const actor = person('super_admin');
    return {
      ...actor,
      gyms: actor.gyms.map((one) => (one.id === 'lille' ? { ...one, support, status } : one)),
    };
  };
  it.each(every)('%s', (permission) => {
    const [read, write] = visits[permission] ?? [];
    const usual = can(person('super_admin'), permission, { gymId: 'lille' });
    for (const [support, may] of [
      ['read', read],
      ['write', write],
    ] as const) {
      const actor = visiting(support);
      expect(can(actor, permission, { gymId: 'lille' })).toBe(may ? may === 'yes' : usual);
      expect(can(actor, permission)).toBe(may ? may === 'yes' : usual);
      expect(can(actor, permission, { gymId: 'arras' })).toBe(may ? false : usual);
    }
  });
  it('writes nothing at a suspended customer but what the platform may anyway', () => {
    const actor = visiting('write', 'suspended');
    expect(refusal(actor, 'alerts.act', { gymId: 'lille' })).toBe('customer_suspended');
    expect(refusal(actor, 'alerts.read', { gymId: 'lille' })).toBeNull();
    expect(refusal(actor, 'kiosks.revoke', { gymId: 'lille' })).toBeNull();
  });
});

describe('alerts of staff', () => {
  const staff = person('gym_staff');
  it('acts on their own and on nobody’s', () => {
    expect(can(staff, 'alerts.act', { gymId: 'lille', assignedTo: null })).toBe(true);
    expect(can(staff, 'alerts.act', { gymId: 'lille', assignedTo: staff.id })).toBe(true);
  });
  it('does not act on a colleague’s, a manager does', () => {
    const colleagues = { gymId: 'lille', assignedTo: 'somebody else' };
    expect(refusal(staff, 'alerts.act', colleagues)).toBe('forbidden');
    expect(can(person('gym_manager'), 'alerts.act', colleagues)).toBe(true);
  });
});

describe('actors that are no person', () => {
  const others: Actor[] = [
    { kind: 'kiosk', tokenHash: 'x' },
    { kind: 'system', job: 'x' },
    { kind: 'webhook', source: 'x' },
    { kind: 'anonymous' },
  ];
  it.each(others)('$kind has no permission', (actor) => {
    for (const permission of every) {
      expect(can(actor, permission)).toBe(false);
      expect(can(actor, permission, { gymId: 'lille' })).toBe(false);
    }
  });
});

describe('requirePermission', () => {
  it('throws the code of the refusal', () => {
    const refused = () => requirePermission(person('gym_staff'), 'kiosks.pair');
    expect(refused).toThrow(AppError);
    expect(refused).toThrow('forbidden');
    expect(() => requirePermission(person('gym_manager'), 'kiosks.pair', { gymId: 'nice' })).toThrow(
      'not_found',
    );
  });
  it('lets through who may', () => {
    expect(() => requirePermission(person('gym_manager'), 'kiosks.pair', { gymId: 'lille' })).not.toThrow();
  });
});
