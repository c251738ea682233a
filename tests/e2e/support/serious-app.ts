import { createInterface } from 'node:readline';
import { nextScript } from '../../../supabase/local/cli/build.ts';
import { startChild } from '../../../supabase/local/cli/children.ts';
import type { Service } from '../../../supabase/local/types.ts';
import { freePort, type RunningApp } from './app.ts';

/** The built app once more on the same backend, as it runs where it is exposed: no demonstration. */
export async function startSeriousApp(app: RunningApp): Promise<Service & { url: string }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = startChild(nextScript, ['start', '--port', String(port), '--hostname', '127.0.0.1'], {
    env: {
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      SUPABASE_URL: app.backend.url,
      SUPABASE_PUBLISHABLE_KEY: app.backend.publishable_key,
      SUPABASE_SECRET_KEY: app.backend.secret_key,
      BADGE_HASH_KEY: app.badgeHashKey,
      APP_URL: url,
      JARVIS_DEMO: '0',
    },
    pipe: true,
  });
  const ready = new Promise<true>((tell) => {
    createInterface({ input: child.process.stdout! }).on('line', (line) => {
      if (line.includes('Ready in')) tell(true);
    });
  });
  if (!(await Promise.race([ready, child.ended.then(() => false)])))
    throw new Error('The app did not start.');
  return { url, stop: child.stop };
}
