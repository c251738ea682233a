import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measure, readSentences } from './measure.ts';

const own = fileURLToPath(new URL('./sentences.csv', import.meta.url));
const file = process.argv[2] ?? own;

try {
  process.stdout.write(`${JSON.stringify(measure(readSentences(readFileSync(file, 'utf8'))))}\n`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`eval:brain cannot read ${file}: ${reason}\n`);
  process.exitCode = 1;
}
