import { findChromium } from './chromium.ts';
import { stopCommands } from './command.ts';
import { testServer } from './pgtap.ts';
import { plans, type Step } from './steps.ts';

const total = { passed: 0, failed: 0 };

async function perform(step: Step): Promise<boolean> {
  console.log(`\n── ${step.name}`);
  const began = performance.now();
  const count = await step.run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const tests = count.passed + count.failed > 0 ? `, ${count.passed} passed, ${count.failed} failed` : '';
  console.log(`── ${step.name}: ${count.failed === 0 ? 'done' : 'FAILED'} in ${seconds} s${tests}`);
  return count.failed === 0;
}

function finish(): never {
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void stopCommands().then(() => process.exit(130));
  });
}

const isPlan = (name: string): name is keyof typeof plans => Object.hasOwn(plans, name);

const plan = process.argv.includes('--not-core') ? 'rest' : (process.argv[2] ?? '');
if (!isPlan(plan)) {
  console.error(`Say which tests: ${Object.keys(plans).join(', ')}.`);
  process.exit(2);
}
try {
  if (plan !== 'db' && plan !== 'attack') findChromium();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed++;
  finish();
}
for (const step of plans[plan]()) if (!(await perform(step)) || isStopping) break;
if (!isStopping) {
  if ((plan === 'db' || plan === 'faults') && !testServer())
    console.log(
      '\nOnly PGlite was tried: set TEST_DATABASE_URL to a Postgres 17 superuser for the second round.',
    );
  finish();
}
