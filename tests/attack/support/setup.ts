import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import type { TestProject } from 'vitest/node';
import { startApp } from '../../e2e/support/app.ts';

export interface AttackedApp {
  url: string;
  badgeHashKey: string;
  /** The backend's own; tests make tokens with it that only time or the database can refuse. */
  signingKey: JWK;
  /** Where everything is that the app has logged. */
  logFile: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    app: AttackedApp;
  }
}

/** The header that the attacked app takes for the caller's address. */
export const addressHeader = 'x-test-address';

/** Global setup: the app in its production build on an empty backend; each suite makes its own tenants in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-attack-'));
  const logFile = join(folder, 'app.log');
  const { stop, backend, ...app } = await startApp({
    flags: ['--no-seed', '--no-build'],
    env: { ADDRESS_HEADER: addressHeader, LOG_LEVEL: 'info' },
    heard: (line) => appendFileSync(logFile, `${line}\n`),
  });
  project.provide('backend', backend);
  project.provide('app', {
    url: app.url,
    badgeHashKey: app.badgeHashKey,
    signingKey: app.signingKey,
    logFile,
  });
  return async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
}
