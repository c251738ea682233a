import { sql } from './clients.ts';
import { createKiosk, createMember, createStaff } from './tenants.ts';

/** A gym and what stands in it. */
export interface Place {
  id: string;
  name: string;
  kiosk: string;
  /** Somebody of the team, active. */
  colleague: string;
  /** A conversation whose analysis has failed. */
  failed: string;
  /** An alert of nobody, one of a colleague. */
  alerts: { free: string; taken: string };
}

/** A gym with one row of each kind that a permission opens. */
export async function furnish(gym: { id: string; name: string }): Promise<Place> {
  const kiosk = await createKiosk(gym);
  const member = await createMember(gym, { email: 'alix@example.test' });
  const colleague = await createStaff({ role: 'gym_staff', gym });
  const db = sql();
  const [session] = await db<{ id: string }[]>`
    insert into public.openai_realtime_sessions (gym_id, kiosk_id, member_id, language, expires_at, consent)
    values (${gym.id}, ${kiosk.id}, ${member.id}, 'fr', now() + interval '1 hour',
      '{"talk": true, "analyse": true, "remember": false}')
    returning id`;
  await db`
    insert into public.conversation_events (gym_id, session_id, source, seq, kind, text)
    values (${gym.id}, ${session!.id}, 'member', 1, 'said', 'Bonjour')`;
  await db`
    insert into public.conversation_summaries (gym_id, session_id, member_id, kiosk_id, status, attempts)
    values (${gym.id}, ${session!.id}, ${member.id}, ${kiosk.id}, 'failed', 5)`;
  const [free] = await db<{ id: string }[]>`
    insert into public.manager_alerts (gym_id, member_id, alert_type, title)
    values (${gym.id}, ${member.id}, 'churn_risk', 'churn_risk') returning id`;
  const [taken] = await db<{ id: string }[]>`
    insert into public.manager_alerts (gym_id, member_id, alert_type, title, status, assigned_to)
    values (${gym.id}, ${member.id}, 'milestone', 'milestone', 'in_progress', ${colleague.id}) returning id`;
  return {
    ...gym,
    kiosk: kiosk.id,
    colleague: colleague.id,
    failed: session!.id,
    alerts: { free: free!.id, taken: taken!.id },
  };
}
