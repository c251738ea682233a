import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Each planted file breaks one rule of the house; `clean` breaks none. */
const planted: Record<string, { file: string; source: string }> = {
  'a component imports a route': {
    file: 'components/dashboard/planted.tsx',
    source: "import page from '@/app/page';\nexport const planted = page;",
  },
  'a component talks to the backend': {
    file: 'components/common/planted.ts',
    source: "import { serverClient } from '@/lib/supabase/server';\nexport const planted = serverClient;",
  },
  'lib imports a component': {
    file: 'lib/alerts/planted.ts',
    source: "import { Button } from '@/components/ui/button';\nexport const planted = Button;",
  },
  'lib imports a component by a relative path': {
    file: 'lib/alerts/relative.ts',
    source: "import { Button } from '../../components/ui/button';\nexport const planted = Button;",
  },
  'the base of lib imports a domain': {
    file: 'lib/http/planted.ts',
    source: "import { list } from '@/lib/alerts/list';\nexport const planted = list;",
  },
  'a route takes the admin client': {
    file: 'app/api/planted/route.ts',
    source: "import { adminClient } from '@/lib/supabase/admin';\nexport const GET = adminClient;",
  },
  'a domain takes the admin client': {
    file: 'lib/members/planted.ts',
    source: "import { adminClient } from '../supabase/admin';\nexport const planted = adminClient;",
  },
  'an Edge Function imports the app': {
    file: 'supabase/functions/planted/index.ts',
    source: "import { log } from '../../../lib/log.ts';\nexport const planted = log;",
  },
  'an Edge Function imports another one': {
    file: 'supabase/functions/planted/handler.ts',
    source: "import { handler } from '../other/handler.ts';\nexport const planted = handler;",
  },
  'code reads the environment by itself': {
    file: 'lib/alerts/environment.ts',
    source: 'export const planted = process.env.SECRET;',
  },
  'code escapes the type system': {
    file: 'lib/alerts/escape.ts',
    source: 'export const planted = (value: any) => value;',
  },
};

const clean = {
  file: 'supabase/functions/planted/clean.ts',
  source: "import { withSecret } from '../_shared/with-secret.ts';\nexport const planted = withSecret;",
};

let folder = '';
let report: { filename: string }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrows-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, source } of [...Object.values(planted), clean]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${source}\n`);
  }
  try {
    execFileSync(join(root, 'node_modules/.bin/oxlint'), ['--format=json', '.'], {
      cwd: folder,
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout } = error as { stdout: Buffer };
    report = (JSON.parse(stdout.toString()) as { diagnostics: { filename: string }[] }).diagnostics;
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('import arrows and house rules', () => {
  it.each(Object.entries(planted))('fires when %s', (_name, { file }) => {
    expect(report.map((finding) => finding.filename)).toContain(file);
  });

  it('lets an Edge Function import from _shared', () => {
    expect(report.map((finding) => finding.filename)).not.toContain(clean.file);
  });
});
