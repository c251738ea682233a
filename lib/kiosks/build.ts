import 'server-only';
import { readFileSync } from 'node:fs';
import { version } from '@/package.json';

let cached: string | undefined;

/** Version and build that this server serves, at most 40 characters; the version alone under `next dev`. */
export function kioskBuild(): string {
  cached ??= [version, buildId()].filter(Boolean).join('+').slice(0, 40);
  return cached;
}

function buildId(): string {
  try {
    return readFileSync('.next/BUILD_ID', 'utf8').trim();
  } catch {
    return '';
  }
}
