import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../supabase/local/server.ts';
import { voicePeer } from '../../support/voice-peer.ts';

const running = voicePeer();
const script = join(projectRoot, 'tests/check/openai.ts');
const run = (env: Record<string, string>) =>
  promisify(execFile)(process.execPath, [script], {
    cwd: projectRoot,
    env: { ...process.env, OPENAI_API_KEY: '', ...env },
  });

it('says plainly that it was skipped without a key', async () => {
  expect((await run({})).stdout).toMatch(/^Skipped: OPENAI_API_KEY is not set/);
});

it('makes a call in Chromium, checks it, hangs up and tells its cost', async () => {
  const said = "Bonjour. Quels sont les horaires d'ouverture ?";
  await running.misbehave({ transcripts: [said] });
  const { stdout } = await run({ OPENAI_API_KEY: running.peer.key, OPENAI_BASE_URL: running.peer.url });
  expect(stdout).not.toContain('NO ');
  expect(stdout).toContain(`heard: ${said}`);
  expect(Number(/cost (\S+) USD/.exec(stdout)?.[1])).toBeGreaterThan(0);
  expect(stdout).toContain('1 tool calls');
}, 180_000);
