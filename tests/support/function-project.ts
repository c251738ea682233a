import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../supabase/local/server.ts';

/** A project with no functions yet but the packages of ours, in a folder of its own. */
export function createFunctionProject() {
  const root = mkdtempSync(join(tmpdir(), 'functions-'));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { zod: '4.6.7' } }));
  return {
    root,
    /** Writes a file below supabase/functions. */
    write(path: string, text: string): void {
      const file = join(root, 'supabase/functions', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
