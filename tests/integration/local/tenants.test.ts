import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishableClient, secretClient, signIn, sql } from '../../support/clients.ts';
import {
  createFranchise,
  createGym,
  createKiosk,
  createMember,
  createStaff,
  type Kiosk,
  type Member,
  type Person,
} from '../../support/tenants.ts';

let gym: { id: string; name: string };
let manager: Person;
let owner: Person;
let kiosk: Kiosk;
let member: Member;

beforeAll(async () => {
  const franchise = await createFranchise();
  gym = await createGym({ franchise_id: franchise.id });
  const elsewhere = await createGym();
  manager = await createStaff({ role: 'gym_manager', gym });
  owner = await createStaff({ role: 'franchise_owner', franchise });
  kiosk = await createKiosk(gym);
  member = await createMember(gym);
  await createMember(elsewhere);
});

afterAll(() => sql().end());

test('a tenant that a test made is one to the API: each person reads their own gym alone', async () => {
  for (const person of [manager, owner]) {
    const client = await signIn(person);
    expect((await client.from('gyms').select('id')).data).toEqual([{ id: gym.id }]);
    expect((await client.from('gym_members_v2').select('id')).data).toEqual([{ id: member.id }]);
  }
  const nobody = await publishableClient().from('gyms').select('id');
  expect(nobody.error?.code).toBe('42501');
});

test('its kiosk knows its member by the badge', async () => {
  const { data, error } = await secretClient().rpc('kiosk_scan', {
    p_token_hash: kiosk.tokenHash,
    p_client_event_id: crypto.randomUUID(),
    p_badge_hashes: [member.badgeHash],
    p_age_ms: 0,
  });
  expect(error).toBeNull();
  expect(data).toMatchObject({ outcome: 'welcome', first_name: 'Camille' });
});
