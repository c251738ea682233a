import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { nextScript } from '../../supabase/local/cli/build.ts';
import { type Child, startChild } from '../../supabase/local/cli/children.ts';
import { testHashKey } from '../support/badges.ts';
import { findChromium } from '../support/chromium.ts';
import { sql } from '../support/clients.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';
import { createScene, type Scene } from './support/scene.ts';

let scene: Scene;
beforeAll(async () => {
  appEnvironment();
  scene = await createScene();
});

const readsOf = async (): Promise<number> => {
  const [row] = await sql()<{ n: number }[]>`
    select count(*)::int as n from public.badge_scans where kiosk_id = ${scene.kiosk.id}`;
  return row?.n ?? 0;
};

describe('what a kiosk kept', () => {
  const sent = { boot_id: randomUUID(), boot_ms: 600_000, at: Date.now() };
  const entries = Array.from({ length: 100 }, (_, place) => ({
    kind: 'scan',
    event_id: randomUUID(),
    read: 'a1b2c3d4',
    boot_id: sent.boot_id,
    boot_ms: place * 5_000,
    at: sent.at - 600_000 + place * 5_000,
  }));

  it('is taken once from two kiosks with one token that deliver it at the same moment', async () => {
    const copy = new Visitor();
    copy.jar.set('kiosk', scene.kiosk.token);
    const batches = [entries, entries, entries.toReversed(), entries.slice(0, 50)];
    const answers = await Promise.all(
      batches.map((batch, place) =>
        (place % 2 ? copy : scene.screen).post('/api/kiosk/queue', { ...sent, entries: batch }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await readsOf()).toBe(100);
    const visits = await sql()`
      select extract(epoch from last_seen_at - started_at)::int as seconds from public.gym_visits
      where kiosk_id = ${scene.kiosk.id}`;
    expect(visits).toEqual([{ seconds: 495 }]);
  });

  it('leaves out what is no badge of a gym, and names the field of what is no entry', async () => {
    const before = await readsOf();
    const [entry] = entries;
    const random = { ...entry, event_id: randomUUID(), read: '2415919112' };
    const wild = { ...entry, event_id: randomUUID(), read: '08a1b2c3' };
    const taken = await scene.screen.post('/api/kiosk/queue', { ...sent, entries: [wild, random] });
    expect(taken.status).toBe(200);
    expect(await readsOf()).toBe(before + 1);
    const refused = await scene.screen.post('/api/kiosk/queue', { ...sent, entries: [{ ...entry, at: -1 }] });
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid_input']);
    const long = await scene.screen.post('/api/kiosk/queue', { ...sent, entries: [...entries, entry] });
    expect(long.status).toBe(422);
  });

  it('holds no word about health when it reaches the database', async () => {
    const event = randomUUID();
    await scene.talk(event);
    const word = { ...entries[0], kind: 'said', read_event_id: event, seq: 1, language: 'fr' };
    const said = { ...word, event_id: randomUUID(), text: 'Je suis enceinte et la douche est froide' };
    expect((await scene.screen.post('/api/kiosk/queue', { ...sent, entries: [said] })).status).toBe(200);
    const kept = await sql()<{ text: string }[]>`
      select e.text from public.conversation_events e
      join public.openai_realtime_sessions s on s.id = e.session_id
      where s.kiosk_id = ${scene.kiosk.id} and e.source = 'member'`;
    expect(kept).toHaveLength(1);
    expect(kept[0]?.text).toContain('douche');
    expect(kept[0]?.text).not.toContain('enceinte');
    await scene.goodbye(1);
  });
});

describe('a server that is killed in the middle of a conversation', () => {
  let app: Child | undefined;
  let browser: Browser;
  let page: Page;
  let port = 0;

  /** The production build as it runs. */
  async function startApp(): Promise<void> {
    const backend = inject('backend');
    app = startChild(nextScript, ['start', '--port', String(port), '--hostname', '127.0.0.1'], {
      env: {
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        LOG_LEVEL: 'silent',
        SUPABASE_URL: backend.url,
        SUPABASE_PUBLISHABLE_KEY: backend.publishable_key,
        SUPABASE_SECRET_KEY: backend.secret_key,
        BADGE_HASH_KEY: testHashKey,
        APP_URL: `http://localhost:${port}`,
      },
      pipe: 'both',
    });
    await vi.waitFor(() => fetch(`http://localhost:${port}/api/ready`), { timeout: 60_000, interval: 100 });
  }

  beforeAll(async () => {
    // A member of its own, who has not been asked yet.
    scene = await createScene();
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    port = (probe.address() as AddressInfo).port;
    probe.close();
    await once(probe, 'close');
    await startApp();
    browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    const context = await browser.newContext({
      locale: 'fr-FR',
      baseURL: `http://localhost:${port}`,
      viewport: { width: 1080, height: 1920 },
    });
    await context.addCookies([
      { name: 'kiosk', value: scene.kiosk.token, url: `http://localhost:${port}`, sameSite: 'Strict' },
    ]);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('finds the same screen when it is back: the sentence arrives once and is answered', async () => {
    await page.goto(`/kiosk/${scene.kiosk.slug}`);
    await page.getByRole('button', { name: 'Badge oublié' }).waitFor();
    await page.evaluate(() => {
      const codes = ['KeyA', 'Digit1', 'KeyB', 'Digit2', 'KeyC', 'Digit3', 'KeyD', 'Digit4', 'Enter'];
      for (const code of codes)
        window.dispatchEvent(new KeyboardEvent('keydown', { code, cancelable: true }));
    });
    for (const place of [0, 1, 2]) {
      await page.getByRole('group').nth(place).getByRole('button', { name: 'Oui', exact: true }).click();
    }
    await page.getByRole('textbox').waitFor();
    const isKilled = once(app!.process, 'exit');
    app!.process.kill('SIGKILL');
    await isKilled;
    await page.getByRole('textbox').fill('la douche est froide');
    await page.keyboard.press('Enter');
    await page.getByText('Pas de réseau.').waitFor();
    const answered = page.waitForResponse(
      (response) => response.url().endsWith('/conversation/messages') && response.status() === 200,
      { timeout: 60_000 },
    );
    await startApp();
    await answered;
    await page.getByText('Pas de réseau.').waitFor({ state: 'detached' });
    const [kept] = await sql()`
      select s.state, s.last_seq, count(*) filter (where e.source = 'member')::int as said,
        count(*) filter (where e.source = 'assistant' and e.seq = 1)::int as answered
      from public.openai_realtime_sessions s join public.conversation_events e on e.session_id = s.id
      where s.kiosk_id = ${scene.kiosk.id} and s.state <> 'closed' group by s.id`;
    expect(kept).toEqual({ state: 'active', last_seq: 1, said: 1, answered: 1 });
  }, 150_000);
});
