import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { captchaFrom } from '../api/captcha.ts';
import { projectRoot, startBackend } from '../server.ts';
import { main, parsePort, stopOnSignal } from './main.ts';

/** What the function end-sessions needs to hang calls up. */
function voiceProvider(): Record<string, string> {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: url } = process.env;
  return { ...(key && { OPENAI_API_KEY: key }), ...(url && { OPENAI_BASE_URL: url }) };
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
