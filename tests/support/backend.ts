import type { TestProject } from 'vitest/node';
import type { BackendAddress } from '../../supabase/local/types.ts';
import { startBackendProcess } from './backend-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The backend that all integration tests share; each suite makes its own tenant in it. */
    backend: BackendAddress;
  }
}

/** Global setup of the integration tests: one backend in memory, without scheduled jobs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const backend = await startBackendProcess();
  project.provide('backend', backend.address);
  return () => backend.stop();
}
