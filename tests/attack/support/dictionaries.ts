import { randomUUID } from 'node:crypto';
import type { Dictionary } from './from-schema.ts';
import type { Tenant } from './world.ts';

/** What fields mean for somebody of a tenant: values that exist, so that a request gets beyond its shape. */
export function wordsOf(tenant: Tenant, other: Tenant, more: Dictionary = {}): Dictionary {
  return {
    read: [tenant.badge, other.badge, 'deadbeef', '0012345678'],
    event_id: Array.from({ length: 20 }, () => randomUUID()),
    boot_id: [randomUUID()],
    seq: [1, 2, 3],
    text: [
      'quels sont les horaires',
      'je veux réserver le premier cours',
      'oui',
      'cancel my class',
      'la douche est froide',
    ],
    tool_call_id: ['call-1', 'call-2', randomUUID()],
    from: ['2026-11-21'],
    to: ['2026-12-01'],
    gym: [tenant.gymId, other.gymId],
    gym_id: [tenant.gymId, other.gymId],
    franchise_id: [tenant.franchiseId, other.franchiseId],
    code: ['000000', '123456', 'AAAAAA', 'aaaaa-aaaaa'],
    password: ['correct horse battery staple 9'],
    full_name: ['Camille Martin'],
    ...more,
  };
}

/** Names of parameters in addresses, with values that are understood. */
export const queryWords = (tenant: Tenant, other: Tenant): Record<string, string[]> => ({
  gym: [tenant.gymId, tenant.gymId, tenant.gymId, other.gymId],
  q: ['martin', '%25', '_', "o'neil"],
  view: ['all', 'at_risk', 'new', 'away', 'no_badge'],
  sort: ['risk', 'name', 'last_visit', 'ends'],
  level: ['low', 'critical'],
  tab: ['todo', 'mine', 'done', 'dismissed'],
  type: ['churn_risk', 'staff_call'],
  cursor: ['e30', 'W10', 'eyJhIjoxfQ'],
  after: ['e30'],
  from: ['2026-11-01', '2026-13-45', '9999-12-31'],
  to: ['2026-11-30', '0000-00-00'],
  page: ['0', '-1', '1e9'],
  id: [tenant.memberId, other.memberId],
  member: [tenant.memberId, other.memberId],
  next: ['/dashboard', '//evil.example'],
  token_hash: ['x'],
  locale: ['fr', 'en', 'xx'],
  // Next's own.
  _rsc: ['1'],
});
