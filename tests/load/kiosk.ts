import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import type { AvatarStage, FrameWork } from '../../components/kiosk/avatar/gl/stage.ts';
import { freePort, type RunningApp, startApp } from '../e2e/support/app.ts';
import { pairKiosk } from '../e2e/support/at-the-kiosk.ts';
import { ask } from '../e2e/support/members.ts';
import { findChromium } from '../support/chromium.ts';
import { PlantedKiosk } from '../support/planted-kiosk.ts';
import { percentile } from './measure.ts';

const viewport = { width: 1080, height: 1920 };
const slug = 'lyon-vaise-entree';
const states = ['idle', 'listening', 'thinking', 'speaking', 'down', 'away'] as const;
/** Frames of each state, after the 400 ms in which it fades in; a renderer in software draws few a second. */
const frames = 60;
const fading = 8;
const patienceMs = 90_000;

/**
 * What a kiosk's screen costs: the avatar's draw calls, triangles and time of the main thread for a frame in each state
 * (aims: 60, 100,000, 95th percentile 6 ms), scripts before and after the first screen, and Lighthouse on the attract
 * screen with the calm form (aim: performance and accessibility 95). `npm run bench:kiosk` prints one line each.
 */
async function main(): Promise<void> {
  const app = await startApp();
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-bench-'));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${port}`],
    viewport,
    baseURL: app.url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  try {
    await ask(
      app,
      (sql) => sql`
        update public.gyms set opening_hours = (
          select jsonb_agg(jsonb_build_object('weekday', day, 'open', '00:00', 'close', '24:00'))
          from generate_series(1, 7) day
        )`,
    );
    const page = await context.newPage();
    await pairKiosk(app, page, slug, 'fr');
    await measureScripts(app, page);
    await measureLighthouse(app, port);
    await page.close();
    await measureAvatar(app, context);
  } finally {
    await context.close();
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureScripts(app: RunningApp, page: Page): Promise<void> {
  const html = await (await page.request.get(`/kiosk/${slug}`.replace(/^/, app.url))).text();
  const named = [...html.matchAll(/<script(?![^>]*noModule)[^>]* src="([^"]+)"/gi)].map(
    ([, src = '']) => src,
  );
  await page.goto(`${app.url}/kiosk/${slug}`);
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => (/\.js(\?|$)/.test(name) ? [name] : [])),
  );
  const weigh = async (urls: string[]) => {
    const sizes = [...new Set(urls)].map(async (url) => {
      const answer = await page.request.get(new URL(url, app.url).href);
      return gzipSync(await answer.body()).byteLength;
    });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
  };
  const [first, all] = [await weigh(named), await weigh(loaded)];
  console.log(`scripts, gzip        ${first.toFixed(1)} KiB in the HTML, ${all.toFixed(1)} KiB once idle`);
}

async function measureLighthouse(app: RunningApp, port: number): Promise<void> {
  const { width, height } = viewport;
  const result = await lighthouse(
    `${app.url}/kiosk/${slug}`,
    {
      port,
      onlyCategories: ['performance', 'accessibility'],
      // The device stays paired.
      disableStorageReset: true,
      screenEmulation: { mobile: false, width, height, deviceScaleFactor: 1, disabled: false },
      logLevel: 'error',
    },
    desktopConfig,
  );
  if (!result) throw new Error('Lighthouse gave no report.');
  const { categories, audits } = result.lhr;
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string) => audits[name]?.displayValue ?? '?';
  console.log(
    `Lighthouse           performance ${score('performance')}, accessibility ${score('accessibility')}` +
      ` (first paint ${value('first-contentful-paint')}, largest ${value('largest-contentful-paint')},` +
      ` blocking ${value('total-blocking-time')}, shift ${value('cumulative-layout-shift')})`,
  );
}

async function measureAvatar(app: RunningApp, context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  const kiosk = new PlantedKiosk(page, app.url);
  await kiosk.plant(context, 'gl');
  await page.addInitScript(() => {
    const now = () => performance.now() / 1000;
    const voice = {
      level: () => Math.max(0, 0.55 + 0.45 * Math.sin(now() * 7) * Math.sin(now() * 3.1)),
      bands: () => [0.7, 0.6, 0.5, 0.4] as const,
    };
    const work: FrameWork[] = [];
    Object.assign(window, { work });
    Object.assign(window.jarvisStage ?? {}, {
      sound: { member: voice, jarvis: voice },
      onFrame: (frame: FrameWork) => work.push(frame),
    });
  });
  await kiosk.open();
  await page.waitForSelector('[data-form="living"]', { timeout: patienceMs });
  for (const state of states) {
    await page.evaluate((chosen) => {
      const bench = window as unknown as { work: FrameWork[]; jarvisStage: AvatarStage };
      bench.jarvisStage.state = chosen;
      bench.work.length = 0;
    }, state);
    const drawn = await page
      .waitForFunction(
        (count) => (window as unknown as { work: FrameWork[] }).work.length >= count,
        frames + fading,
        { timeout: patienceMs },
      )
      .then(() => true)
      .catch(() => false);
    const work = await page.evaluate(() => (window as unknown as { work: FrameWork[] }).work);
    const times = work.slice(fading).map(({ ms }) => ms);
    const last = work.at(-1);
    console.log(
      `avatar ${state.padEnd(13)} p50 ${percentile(times, 0.5).toFixed(1)} ms  p95 ${percentile(times, 0.95).toFixed(1)} ms` +
        ` of ${times.length} frames${drawn ? '' : ' (time was up)'}; ${last?.calls} draw calls,` +
        ` ${last?.triangles} triangles, ${last?.points} points`,
    );
  }
}

await main();
