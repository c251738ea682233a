import { randomBytes, randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { hashBadge } from '../../support/badges.ts';
import { sql } from '../../support/clients.ts';
import { createFranchise, createGym, createKiosk, createMember } from '../../support/tenants.ts';

const day = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '00:00', close: '24:00' }));

/** One customer: a franchise with a gym, and a mark that is in every text of theirs. */
export interface Tenant {
  mark: string;
  franchiseId: string;
  gymId: string;
  memberId: string;
  /** Number of the member's badge, as a reader would type it. */
  badge: string;
  /** Ids that only this tenant has. */
  ids: string[];
}

/** A customer of its own with a member, a class and a transcript; the mark is in every name. */
export async function makeTenant(): Promise<Tenant> {
  const mark = `Quokka${randomBytes(5).toString('hex')}`;
  const franchise = await createFranchise({ name: `Franchise ${mark}` });
  const gym = await createGym({
    name: `Gym ${mark}`,
    franchise_id: franchise.id,
    opening_hours: day,
    owner_reads_conversations: true,
  });
  const member = await createMember(gym, {
    first_name: mark,
    last_name: `Membre ${mark}`,
    email: `${mark.toLowerCase()}@member.example.test`,
  });
  const badge = randomBytes(4)
    .toString('hex')
    .replace(/^0[89]/, '17');
  await sql()`
    insert into public.member_badges (gym_id, member_id, badge_hash)
    select gym_id, id, ${hashBadge(badge, inject('app').badgeHashKey)} from public.gym_members_v2 where id = ${member.id}
    on conflict do nothing`;
  const [item] = await sql()<{ id: string }[]>`
    insert into public.gym_classes (gym_id, name, minutes, capacity) values (${gym.id}, ${mark}, 60, 20) returning id`;
  await sql()`
    insert into public.class_occurrences (gym_id, class_id, starts_at, minutes, capacity)
    select ${gym.id}, ${item!.id}, now() + n * interval '3 hours', 60, 20 from generate_series(1, 8) n`;
  return {
    mark,
    franchiseId: franchise.id,
    gymId: gym.id,
    memberId: member.id,
    badge,
    ids: [franchise.id, gym.id, member.id],
  };
}

/** A paired kiosk of the tenant; its Cookie header says which. */
export async function makeKiosk(tenant: Tenant): Promise<{ id: string; slug: string; cookie: string }> {
  const kiosk = await createKiosk({ id: tenant.gymId }, { name: `Kiosk ${tenant.mark}` });
  return { id: kiosk.id, slug: kiosk.slug, cookie: `kiosk=${kiosk.token}` };
}

/** Many paired kiosks in one go. */
export async function makeKiosks(tenant: Tenant, count: number): Promise<{ id: string; cookie: string }[]> {
  const made = Array.from({ length: count }, () => ({
    id: randomUUID(),
    token: randomBytes(32).toString('hex'),
  }));
  const db = sql();
  await db`insert into public.kiosks ${db(
    made.map(({ id }) => ({
      id,
      gym_id: tenant.gymId,
      slug: `kiosk-${id}`,
      name: tenant.mark,
      status: 'online',
    })),
  )}`;
  await db`
    insert into private.kiosk_credentials (kiosk_id, token_hash, token_issued_at)
    select id, encode(sha256(convert_to(token, 'UTF8')), 'hex'), now()
    from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ token }) => token)}::text[]) as made (id, token)
    on conflict (kiosk_id) do update set token_hash = excluded.token_hash, token_issued_at = now()`;
  return made.map(({ id, token }) => ({ id, cookie: `kiosk=${token}` }));
}

/** A closed conversation whose analysis has failed; answers its id. */
export async function makeConversation(tenant: Tenant): Promise<string> {
  const { id: kioskId } = await makeKiosk(tenant);
  const [row] = await sql()<{ id: string }[]>`
    insert into public.openai_realtime_sessions
      (gym_id, kiosk_id, member_id, state, language, ended_at, end_reason, expires_at, consent)
    values (${tenant.gymId}, ${kioskId}, ${tenant.memberId}, 'closed', 'fr', now(), 'goodbye', now(),
      '{"talk": true, "analyse": true, "remember": false}')
    returning id`;
  await sql()`
    insert into public.conversation_summaries (session_id, gym_id, member_id, kiosk_id, status, attempts, summary_text, language)
    values (${row!.id}, ${tenant.gymId}, ${tenant.memberId}, ${kioskId}, 'failed', 5, ${tenant.mark}, 'fr')
    on conflict (session_id) do update set status = 'failed', attempts = 5`;
  return row!.id;
}

/** An open alert that nobody has taken; answers its id. */
export async function makeAlert(tenant: Tenant): Promise<string> {
  const { id: kioskId } = await makeKiosk(tenant);
  const [row] = await sql()<{ id: string }[]>`
    insert into public.manager_alerts (gym_id, member_id, kiosk_id, alert_type, title, context)
    values (${tenant.gymId}, ${tenant.memberId}, ${kioskId}, 'staff_call', ${tenant.mark},
      ${sql().json({ code: 'staff_call', params: { note: tenant.mark } })})
    returning id`;
  return row!.id;
}
