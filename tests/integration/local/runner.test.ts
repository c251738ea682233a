import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = process.cwd();
const environment = { ...process.env, TEST_DATABASE_URL: '' };

/** All that a program prints, and how it ended. Its output closes only when nothing it started is left. */
async function outcome(child: ChildProcess, printed: (text: string) => void = () => undefined) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      text += data.toString();
      printed(text);
    });
  }
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { code, signal, text, last: text.trimEnd().split('\n').at(-1) };
}

const runner = (args: string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, ['tests/support/run.mjs', ...args], { cwd: root, env: { ...environment, ...env } });

describe('the test runner', () => {
  test('says what is missing when there is no browser', async () => {
    const { code, text, last } = await outcome(runner(['core'], { CHROMIUM_PATH: '/no/such/browser' }));
    expect(text).toContain('CHROMIUM_PATH is /no/such/browser, but there is no file');
    expect(last).toBe('0 passed, 1 failed');
    expect(code).toBe(1);
  });

  test('knows its plans', async () => {
    const { code, text } = await outcome(runner(['everything']));
    expect(text).toContain('Say which tests: core, all, rest, db, attack, faults.');
    expect(code).toBe(2);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 130],
    ['SIGKILL', null],
  ] as const)('leaves no process behind after %s', async (signal, expected) => {
    const child = runner(['db']);
    let isSent = false;
    const { code } = await outcome(child, (text) => {
      if (isSent || !text.includes('10_tenants.sql')) return;
      isSent = true;
      child.kill(signal);
    });
    expect(isSent).toBe(true);
    expect(code).toBe(expected);
  });
});

describe('.ci/run', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ci-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs it with an npm that answers each command as told: what it prints and its exit code. */
  function run(answers: Record<string, [text: string, code: number]>) {
    const cases = Object.entries(answers).map(
      ([words, [text, code]]) => `*"${words}"*) printf '%b' '${text}'; exit ${code};;`,
    );
    const npm = join(folder, 'npm');
    writeFileSync(npm, `#!/bin/sh\necho "asked: $*"\ncase "$*" in\n${cases.join('\n')}\nesac\n`);
    chmodSync(npm, 0o755);
    const path = [folder, dirname(process.execPath), process.env.PATH].join(delimiter);
    return outcome(
      spawn('.ci/run', { cwd: root, env: { ...environment, PATH: path, CHROMIUM_PATH: '/given' } }),
    );
  }

  test('adds up what passed and ends with it', async () => {
    const { code, text, last } = await run({
      '--not-core': ['noise\n7 passed, 0 failed\n', 0],
      'test:attack': ['3 passed, 0 failed\n', 0],
      'test:faults': ['2 passed, 0 failed\n', 0],
      'audit --audit': ['found 0 vulnerabilities\n', 0],
      test: ['12 passed, 0 failed\n', 0],
    });
    expect(text.match(/asked: .*/g)).toEqual([
      'asked: ci --no-audit --no-fund',
      'asked: test',
      'asked: run --silent db:types -- --check',
      'asked: audit --audit-level=high --omit=dev',
      'asked: run --silent test:attack',
      'asked: run --silent test:faults',
      'asked: run --silent test:all -- --not-core',
    ]);
    expect(last).toBe('24 passed, 0 failed');
    expect(code).toBe(0);
  });

  test.each([
    ['a failed test', { test: ['12 passed, 2 failed\n', 1] }, '12 passed, 2 failed'],
    ['a runner that dies without a word', { test: ['', 137] }, '0 passed, 1 failed'],
    ['a runner that says all is well and fails', { test: ['3 passed, 0 failed\n', 1] }, '3 passed, 1 failed'],
    ['packages that do not install', { 'ci --no-audit': ['', 1] }, '0 passed, 1 failed'],
    ['stale types', { 'db:types': ['stale', 1], test: ['3 passed, 0 failed\n', 0] }, '3 passed, 1 failed'],
    [
      'a hole',
      { 'audit --audit': ['2 high severity vulnerabilities\n', 1], test: ['3 passed, 0 failed\n', 0] },
      '3 passed, 1 failed',
    ],
  ] as [string, Record<string, [string, number]>, string][])(
    'ends red after %s',
    async (_, answers, expected) => {
      const { code, last } = await run(answers);
      expect(last).toBe(expected);
      expect(code).toBe(1);
    },
  );

  test('goes on when the registry does not answer the audit, and says so', async () => {
    const { code, text, last } = await run({
      '--not-core': ['1 passed, 0 failed\n', 0],
      'test:attack': ['', 0],
      'test:faults': ['', 0],
      'audit --audit': [
        'npm warn audit 405 Method Not Allowed\nnpm error audit endpoint returned an error\n',
        1,
      ],
      test: ['3 passed, 0 failed\n', 0],
    });
    expect(text).toContain('The registry did not answer the audit: nothing was checked.');
    expect(last).toBe('4 passed, 0 failed');
    expect(code).toBe(0);
  });
});
