import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { captchaFrom } from '../api/captcha.ts';
import { projectRoot, startBackend } from '../server.ts';
import { main, parsePort, stopOnSignal } from './main.ts';

/** What the functions end-sessions and reconcile-usage need to hang calls up and to read what is charged. */
function voiceProvider(): Record<string, string> {
  const names = ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_ADMIN_KEY', 'OPENAI_PROJECT_ID'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join(projectRoot, '.data') },
      port: { type: 'string', default: '54321' },
      memory: { type: 'boolean', default: false },
      'no-seed': { type: 'boolean', default: false },
      'no-cron': { type: 'boolean', default: false },
    },
  });
  const backend = await startBackend({
    folder: values.memory ? undefined : resolve(values.data),
    databaseUrl: process.env.SUPABASE_LOCAL_DB_URL || undefined,
    port: parsePort(values.port, '--port'),
    isExposed: process.env.SUPABASE_LOCAL_EXPOSE === '1',
    siteUrl: process.env.APP_URL,
    seed: !values['no-seed'],
    cron: !values['no-cron'],
    captcha: captchaFrom(process.env),
    functionEnv: voiceProvider(),
    functionLog: (name, line) => process.stderr.write(`${name}: ${line}\n`),
  });
  stopOnSignal(() => backend.stop());
  process.stdout.write(`${JSON.stringify(backend.address)}\n`);
});
