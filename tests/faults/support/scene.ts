import { randomUUID } from 'node:crypto';
import { hashBadge } from '../../support/badges.ts';
import { sql } from '../../support/clients.ts';
import { createGym, createKiosk, createMember, createStaff } from '../../support/tenants.ts';
import { type Reply, Visitor } from '../../support/visitor.ts';

const BADGE = 'a1b2c3d4';

/** A gym with somebody signed in, a kiosk, and a member whose badge it reads. Call it while nothing is wrong. */
export async function createScene() {
  const gym = await createGym();
  const [manager, kiosk, member] = [
    await createStaff({ role: 'gym_manager', gym }),
    await createKiosk(gym),
    await createMember(gym),
  ];
  await sql()`update public.member_badges set badge_hash = ${hashBadge(BADGE)} where member_id = ${member.id}`;
  const desk = new Visitor();
  await desk.signIn(manager);
  const screen = new Visitor();
  screen.jar.set('kiosk', kiosk.token);

  return {
    gym,
    manager,
    kiosk,
    member,
    desk,
    screen,
    async createAlert(): Promise<string> {
      const [row] = await sql()<{ id: string }[]>`
        insert into public.manager_alerts (gym_id, kiosk_id, alert_type, title)
        values (${gym.id}, ${(await createKiosk(gym)).id}, 'kiosk_offline', 'x') returning id`;
      return String(row?.id);
    },
    resolve: (alert: string): Promise<Reply> =>
      desk.post(`/api/dashboard/alerts/${alert}`, { action: 'resolve' }),
    async alertStatus(alert: string): Promise<unknown> {
      const [row] = await sql()`select status from public.manager_alerts where id = ${alert}`;
      return row?.status;
    },
    read: (): Promise<Reply> => desk.call('GET', `/api/dashboard/pulse?gym=${gym.id}`),
    invite: (email: string): Promise<Reply> =>
      desk.post('/api/dashboard/team/invitations', {
        email,
        full_name: 'Alix Morel',
        role: 'gym_staff',
        gym_id: gym.id,
        language: 'fr',
      }),
    scan: (event: string = randomUUID()): Promise<Reply> =>
      screen.post('/api/kiosk/scan', { event_id: event, read: BADGE, age_ms: 0 }),
    heartbeat: (): Promise<Reply> =>
      screen.post('/api/kiosk/heartbeat', { boot_id: randomUUID(), version: '1' }),
    /** Starts a conversation of the scan that `event` names. */
    async talk(event: string = randomUUID()): Promise<Reply> {
      const scan = await this.scan(event);
      return screen.post('/api/kiosk/conversation', {
        scan_id: scan.body.scan_id,
        language: 'fr',
        consents: { talk: true, analyse: true, remember: false },
      });
    },
    say: (seq: number, text = 'Bonjour'): Promise<Reply> =>
      screen.post('/api/kiosk/conversation/messages', { seq, text, language: 'fr' }),
    goodbye: (last: number): Promise<Reply> =>
      screen.post('/api/kiosk/conversation/close', { reason: 'goodbye', last_seq: last }),
  };
}

export type Scene = Awaited<ReturnType<typeof createScene>>;
