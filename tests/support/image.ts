import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpEmpty } from '../../supabase/local/database/open.ts';

/** Makes the empty database that the backends in memory start from which this process's children start; gone when it ends. */
export async function makeImage(): Promise<void> {
  if (process.env.SUPABASE_LOCAL_IMAGE) return;
  const image = Buffer.from(await (await dumpEmpty()).arrayBuffer());
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-image-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'empty.tar');
  writeFileSync(file, image);
  process.env.SUPABASE_LOCAL_IMAGE = file;
}
