import { startApp } from '../e2e/support/app.ts';
import { issuePairingCode } from '../e2e/support/kiosk.ts';
import { percentile } from './measure.ts';

const rounds = 40;
const floor = '/landing-client';
const pages = [floor, '/dashboard', '/dashboard/alerts', '/dashboard/members', '/dashboard/sessions'];
const heartbeat = '/api/kiosk/heartbeat';

/**
 * How long the app takes for its pages with the demo data, one request after the other: median and 95th percentile in
 * milliseconds, and the ratio to a page without data of the same run. `npm run bench:pages` prints one line a page.
 */
async function main(): Promise<void> {
  const app = await startApp();
  try {
    const json = { 'content-type': 'application/json', origin: app.url };
    const post = (path: string, body: object, cookie = '') =>
      fetch(app.url + path, { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify(body) });
    const cookieOf = (answer: Response) =>
      answer.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');

    const email = 'camille@atelier-forme.example';
    const person = cookieOf(await post('/api/auth/sign-in', { email, password: app.demoPassword }));
    const slug = 'lyon-vaise-entree';
    const code = await issuePairingCode(app, slug);
    const kiosk = cookieOf(await post('/api/kiosk/provision', { slug, code }));

    const calls: Record<string, () => Promise<Response>> = {
      ...Object.fromEntries(
        pages.map((path) => [path, () => fetch(app.url + path, { headers: { cookie: person } })]),
      ),
      [heartbeat]: () => post(heartbeat, { boot_id: crypto.randomUUID(), version: '1' }, kiosk),
    };
    const times: Record<string, number[]> = {};
    for (let round = -3; round < rounds; round++) {
      for (const [name, call] of Object.entries(calls)) {
        const began = performance.now();
        const answer = await call();
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${name} answered ${answer.status}.`);
        if (round >= 0) (times[name] ??= []).push(performance.now() - began);
      }
    }
    const base = percentile(times[floor] ?? [], 0.5);
    for (const [name, list] of Object.entries(times)) {
      const [p50, p95] = [percentile(list, 0.5), percentile(list, 0.95)];
      console.log(
        `${name.padEnd(24)} p50 ${p50.toFixed(0)} ms  p95 ${p95.toFixed(0)} ms  ${(p50 / base).toFixed(1)} × floor`,
      );
    }
  } finally {
    await app.stop();
  }
}

await main();
