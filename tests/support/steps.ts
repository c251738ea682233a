import { existsSync } from 'node:fs';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { denoEnvironment, findDeno } from '../../supabase/local/functions/deno.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { findChromium } from './chromium.ts';
import { command, script } from './command.ts';
import { makeImage } from './image.ts';
import { runPgtap, testServer } from './pgtap.ts';

/** How many tests ran; a step that holds none, such as the linter, counts only when it fails. */
export interface Count {
  passed: number;
  failed: number;
}

export interface Step {
  name: string;
  run(): Promise<Count>;
}

const packageScript = (path: string) => join(projectRoot, 'node_modules', path);

/** A check without tests of its own. */
const check = (name: string, path: string, ...args: string[]): Step => ({
  name,
  run: async () => {
    const { code } = await script(packageScript(path), args);
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  },
});

const vitest = (name: string, project: string): Step => ({
  name,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jarvis-tests-'));
    const report = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    try {
      const { code } = await script(packageScript('vitest/vitest.mjs'), [
        'run',
        '--project',
        project,
        ...reporters,
      ]);
      const text = await readFile(report, 'utf8').catch(() => '{}');
      const counts = JSON.parse(text) as { numPassedTests?: number; numFailedTests?: number };
      return judge(code, counts.numPassedTests ?? 0, counts.numFailedTests ?? 0);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
});

/** A runner that complains without a failed test (a broken file, a global error) has failed once. */
function judge(code: number, passed: number, failed: number): Count {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

const pgtap = (name: string, server: () => string | null): Step => ({
  name,
  run: async () => {
    const count = { passed: 0, failed: 0 };
    await runPgtap(server(), (story) => {
      console.log(`  ${story.file}  ${story.passed} passed  ${story.milliseconds} ms`);
      for (const problem of story.problems) console.log(`    FAILED: ${problem}`);
      if (story.problems.length > 0)
        for (const line of story.lines) if (!line.startsWith('ok')) console.log(`    ${line}`);
      count.passed += story.passed;
      count.failed += story.problems.length > 0 ? Math.max(story.failed, 1) : 0;
    });
    return count;
  },
});

const functions: Step = {
  name: 'Edge Functions on Deno',
  run: async () => {
    const deno = findDeno(projectRoot);
    const common = ['--node-modules-dir=manual', '--cached-only', '--no-lock'];
    const env = denoEnvironment(projectRoot);
    const files = await list('supabase/functions/*/index.ts');
    if (files.length === 0) throw new Error('There is no Edge Function in supabase/functions.');
    const types = await command(deno, ['check', ...common, ...files], { env });
    if (types.code !== 0) return { passed: 0, failed: 1 };
    const tests = await list('supabase/functions/**/*_test.ts');
    if (tests.length === 0) return { passed: 0, failed: 0 };
    const flags = ['--no-prompt', '--no-check', '--allow-net', '--allow-env', `--allow-read=${projectRoot}`];
    const { code, output } = await command(deno, ['test', ...common, ...flags, ...tests], {
      env,
      captures: true,
    });
    const found = /(\d+) passed.*\| (\d+) failed/.exec(output);
    return judge(code, Number(found?.[1] ?? 0), Number(found?.[2] ?? 0));
  },
};

async function list(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(pattern, { cwd: projectRoot })) found.push(file);
  return found.sort();
}

const journeys = (name: string, ...args: string[]): Step => ({
  name,
  run: async () => {
    const report = join(projectRoot, 'test-results/journeys.json');
    await rm(report, { force: true });
    const env = { CHROMIUM_PATH: findChromium() };
    const { code } = await script(packageScript('@playwright/test/cli.js'), ['test', ...args], { env });
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { stats } = JSON.parse(await readFile(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
    };
    return judge(code, stats.expected, stats.unexpected + stats.flaky);
  },
});

const build: Step = {
  name: 'build',
  run: async () => {
    const { code } = await script(join(projectRoot, 'tests/support/build.ts'), []);
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  },
};

const image: Step = {
  name: 'empty database for the tests to start from',
  run: async () => {
    await makeImage();
    return { passed: 0, failed: 0 };
  },
};

const verify = [
  check('format', '@biomejs/biome/bin/biome', 'format', '.'),
  check('lint', 'oxlint/bin/oxlint'),
  check('types', 'typescript/bin/tsc', '--noEmit'),
  vitest('unit', 'unit'),
];

/** Steps that keep out of each other's way, side by side. */
const together = (name: string, ...steps: Step[]): Step => ({
  name,
  run: async () => {
    const counts = await Promise.all(steps.map((step) => step.run()));
    return {
      passed: counts.reduce((sum, { passed }) => sum + passed, 0),
      failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    };
  },
});

const database = (): Step[] => [
  image,
  pgtap('pgTAP on PGlite', () => null),
  ...(testServer() ? [pgtap('pgTAP on Postgres', testServer)] : []),
];

const faults = [image, vitest('faults', 'faults')];

/** The steps of `npm test`, `npm run test:all`, what the second adds to the first, `test:db`, `test:attack` and `test:faults`. */
export const plans = {
  core: () => [
    ...verify,
    build,
    ...database(),
    together('integration', vitest('shared', 'integration'), vitest('apart', 'backends')),
    functions,
    journeys('core journeys', '--grep', '@core'),
  ],
  all: () => [build, ...faults, journeys('every journey')],
  rest: () => [build, journeys('the other journeys', '--grep-invert', '@core', '--pass-with-no-tests')],
  db: database,
  attack: () => [
    build,
    vitest('attacks', 'attack'),
    vitest('every route by every caller', 'walk'),
    vitest('wild requests', 'wild'),
  ],
  faults: () => [build, ...faults],
} satisfies Record<string, () => Step[]>;
