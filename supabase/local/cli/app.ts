import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKeys } from '../keys.ts';
import { projectRoot } from '../server.ts';
import { obtainBackend } from './backend-process.ts';
import { ensureBuild, nextScript } from './build.ts';
import { type Child, startChild } from './children.ts';
import { parsePort, stopOnSignal } from './main.ts';
import { obtainVoice, tellBackend } from './voice-process.ts';
import { KEEP_ALIVE_MS } from '../api/http.ts';
import { printWelcome } from './welcome.ts';

async function refuseTakenPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((free, taken) => {
    probe.once('error', () =>
      taken(
        new Error(
          `Port ${port} is taken: stop what uses it (perhaps JARVIS is running already), or use --port.`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

/** Waits until the app answers; throws when it ends first. */
async function whenAnswering(url: string, child: Child): Promise<void> {
  let isOver = false;
  void child.ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => undefined);
    if (answer) return;
    await new Promise((next) => setTimeout(next, 150));
  }
  throw new Error('The app ended before it answered.');
}

/** Backend and app together, until Ctrl-C or until one of them ends. `mode` is Next's own command. */
export async function runApp(mode: 'start' | 'dev'): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join(projectRoot, '.data') },
      port: { type: 'string', default: process.env.PORT ?? '3001' },
      'backend-port': { type: 'string', default: '54321' },
      'no-build': { type: 'boolean', default: false },
      'no-seed': { type: 'boolean', default: false },
    },
  });
  const port = parsePort(values.port, '--port');
  const folder = resolve(values.data);
  const isExposed = process.env.SUPABASE_LOCAL_EXPOSE === '1';
  const host = isExposed ? '0.0.0.0' : '127.0.0.1';
  const appUrl = process.env.APP_URL ?? `http://localhost:${port}`;
  await refuseTakenPort(port, host);

  const children: Child[] = [];
  const stopAll = async () => {
    await Promise.all(children.map((child) => child.stop()));
  };
  stopOnSignal(stopAll);
  try {
    if (mode === 'start') await ensureBuild(!values['no-build']);
    const flags = ['--port', values['backend-port'], ...(values['no-seed'] ? ['--no-seed'] : [])];
    // First, because the backend's functions hang its calls up.
    const voice = await obtainVoice();
    if (voice.child) children.push(voice.child);
    const backend = await obtainBackend(folder, flags, { APP_URL: appUrl, ...voice.env });
    if (backend.child) children.push(backend.child);
    else await tellBackend(backend.address, voice.env);
    const keys = await loadKeys(folder);
    const isDemo = !isExposed && !values['no-seed'];
    // A client on a busy machine writes on a connection that Node's five seconds have just closed.
    const patience = mode === 'start' ? ['--keepAliveTimeout', String(KEEP_ALIVE_MS)] : [];
    const app = startChild(nextScript, [mode, '--port', String(port), '--hostname', host, ...patience], {
      env: {
        NODE_ENV: mode === 'dev' ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        SUPABASE_URL: backend.address.url,
        SUPABASE_PUBLISHABLE_KEY: backend.address.publishable_key,
        SUPABASE_SECRET_KEY: backend.address.secret_key,
        BADGE_HASH_KEY: keys.badge_hash_key,
        APP_URL: appUrl,
        ...voice.env,
        ...(isDemo ? { JARVIS_DEMO: '1' } : {}),
      },
    });
    children.push(app);
    await whenAnswering(`http://127.0.0.1:${port}/login`, app);
    await printWelcome(appUrl, backend.address, keys, { isDemo, speaks: voice.speaks });
    const ends = children.map((child) => child.ended.then(({ code }) => ({ child, code })));
    const { child, code } = await Promise.race(ends);
    const name = child === app ? 'app' : child === voice.child ? 'voice peer' : 'backend';
    throw new Error(`The ${name} ended by itself (code ${code}); everything else is stopped too.`);
  } catch (error) {
    await stopAll();
    throw error;
  }
}
