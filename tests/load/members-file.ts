import { performance } from 'node:perf_hooks';
import { xlsxResponse } from '../../lib/utils/xlsx.ts';
import { csvResponse } from '../../lib/utils/csv.ts';

/** How long a file of 100,000 members takes to write, and the memory that it needs beside its reader. */
const rows = 100_000;
const line = (n: number) => [
  `Prénom${n % 97}`,
  `Nom${n}`,
  'Critique',
  n % 100,
  'Absent 17 jours, abonnement jusqu’au 12 décembre',
  '2026-11-09',
  '2027-03-14',
  '06 39 98 12 34',
  `membre${n}@example.test`,
];
async function* pages() {
  for (let at = 0; at < rows; at += 2_000) yield Array.from({ length: 2_000 }, (_, n) => line(at + n));
}
for (const [name, make] of [
  ['csv', () => csvResponse('a.csv', ['a'], pages())],
  ['xlsx', () => xlsxResponse('a.xlsx', 'A', ['a'], pages())],
] as const) {
  globalThis.gc?.();
  const began = performance.now();
  const before = process.memoryUsage.rss();
  let [bytes, most] = [0, 0];
  for await (const piece of make().body!) {
    bytes += piece.length;
    most = Math.max(most, process.memoryUsage.rss() - before);
  }
  console.log(
    `${name}: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB in ${((performance.now() - began) / 1000).toFixed(1)} s, ${(most / 1e6).toFixed(0)} MB more memory at most`,
  );
}
