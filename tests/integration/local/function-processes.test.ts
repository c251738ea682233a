import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { startFunctions } from '@/supabase/local/functions/index.ts';
import { projectRoot } from '@/supabase/local/server.ts';
import { createFunctionProject } from '../../support/function-project.ts';

const { root, write, remove } = createFunctionProject();
write('pid/index.ts', 'Deno.serve(() => new Response(String(Deno.pid)));');

afterAll(remove);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('the processes of functions end with stop', async () => {
  const own = await startFunctions({ root, env: {} });
  const answer = await own.handle(new Request('http://localhost/functions/v1/pid'), 'pid');
  const pid = Number(await answer.text());
  expect(isAlive(pid)).toBe(true);
  await own.stop();
  expect(isAlive(pid)).toBe(false);
  expect((await own.handle(new Request('http://localhost/functions/v1/pid'), 'pid')).status).toBe(503);
});

test('they end when the parent is killed with -9', async () => {
  const script = `
      const { startFunctions } = await import(${JSON.stringify(join(projectRoot, 'supabase/local/functions/index.ts'))});
      const functions = await startFunctions({ root: ${JSON.stringify(root)}, env: {} });
      const answer = await functions.handle(new Request('http://localhost/functions/v1/pid'), 'pid');
      process.stdout.write((await answer.text()) + '\\n');
      setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 8000 }).toBe(false);
});
