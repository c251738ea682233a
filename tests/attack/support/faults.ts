import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { errorStatus } from '../../../lib/errors.ts';
import type { Answer, Ask } from './http.ts';

/** What no answer may hold: traces of code, of the database, of the machine, and secrets. */
const leaks: [string, RegExp][] = [
  ['a stack', /\n\s+at .+:\d+:\d+|\bat [\w.<>]+ \(.+:\d+:\d+\)/],
  [
    'a path of the machine',
    /\/(?:tmp|home|work|usr|var|root|opt)\/[\w.-]+|file:\/\/|node_modules|webpack-internal/,
  ],
  [
    'words of Postgres',
    /syntax error at|violates .* constraint|duplicate key|permission denied for|PGRST\d|SQLSTATE/i,
  ],
  [
    'a name of the database',
    /\b(?:pg_catalog|pg_temp|information_schema|private\.\w+|auth\.(?:users|sessions))\b/,
  ],
  ['SQL', /\b(?:select .{1,80} from|insert into|delete from|update \w+ set) /i],
  ['a token', /\beyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a secret key', /sb_secret_\w+/],
  ['a password hash', /\$2[aby]\$\d\d\$/],
  ['words of a library', /ZodError|PostgrestError|AuthApiError|TypeError|ReferenceError|SyntaxError/],
];

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const problemKeys = new Set([
  'type',
  'title',
  'status',
  'code',
  'detail',
  'request_id',
  'errors',
  'retry_after_s',
]);

export interface Expectation {
  /** Texts of tenants that the caller does not belong to. */
  foreign?: string[];
}

/** Everything that is wrong with an answer whatever was asked; empty when nothing is. */
export function faultsOf(asked: Ask, answer: Answer, o: Expectation = {}): string[] {
  const isApi = /^\/api(?:\/|$)/.test(asked.path);
  // The framework takes a slash at the end away before anything of ours is asked.
  if (answer.status === 308) return redirectFaults(answer);
  // Node itself refuses an address and headers of more than 16 KiB, and says nothing.
  if (answer.status === 431 && answer.text === '') return [];
  return [
    ...(answer.status >= 500 ? [`answered ${answer.status}`] : []),
    ...leaksOf(asked, answer, o.foreign ?? []),
    ...headerFaults(answer, isApi),
    ...(isApi && answer.status >= 400 ? problemFaults(answer) : []),
  ];
}

function redirectFaults({ headers }: Answer): string[] {
  const location = String(headers.location ?? '');
  return /^\/(?![/\\])/.test(location) ? [] : [`leads to ${location}`];
}

function leaksOf(asked: Ask, answer: Answer, foreign: string[]): string[] {
  const isPage = answer.headers['content-type']?.startsWith('text/html');
  const sent = JSON.stringify([asked.path, asked.body, asked.headers]) + decoded(asked.path);
  const seen = `${JSON.stringify(answer.headers)}\n${answer.text}`;
  const tells = isPage ? leaks.filter(([what]) => what !== 'SQL') : leaks;
  const text = isPage ? answer.text : seen.replaceAll(/"set-cookie":\[.*?\]/g, '');
  const traces = tells.flatMap(([what, pattern]) => {
    const found = pattern.exec(text)?.[0];
    return found && !sent.includes(found) ? [`tells ${what}: ${found.slice(0, 120)}`] : [];
  });
  const others = foreign.filter((mark) => seen.includes(mark) && !sent.includes(mark));
  return [...traces, ...others.map((mark) => `holds another tenant's ${mark}`)];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function headerFaults({ headers, status }: Answer, isApi: boolean): string[] {
  const faults: string[] = [];
  const need = (name: string, pattern: RegExp) => {
    if (!pattern.test(String(headers[name] ?? ''))) faults.push(`${name} is ${String(headers[name])}`);
  };
  need('x-content-type-options', /^nosniff$/);
  need('referrer-policy', /^(?:strict-origin-when-cross-origin|same-origin|no-referrer)$/);
  need('permissions-policy', /camera=\(\)/);
  if (Object.keys(headers).some((name) => name.startsWith('access-control-')))
    faults.push('speaks to other origins (CORS)');
  if (headers['x-powered-by']) faults.push('names its framework');
  // A method that a route does not have, and OPTIONS, are answered by the framework before our code.
  if (isApi && status !== 405 && status !== 400 && !headers.allow) {
    need('cache-control', /\bno-store\b/);
    need('x-request-id', uuid);
  }
  const cookies = headers['set-cookie'] ?? [];
  for (const line of cookies)
    if (!/;\s*httponly/i.test(line) || !/;\s*samesite=(?:lax|strict)/i.test(line))
      faults.push(`sets a cookie that scripts or other sites may use: ${line.split('=')[0]}`);
  return faults;
}

function problemFaults(answer: Answer): string[] {
  if (answer.status === 405 && answer.text === '') return [];
  if (!answer.headers['content-type']?.startsWith('application/problem+json'))
    return [`is no problem but ${answer.headers['content-type']}: ${answer.text.slice(0, 80)}`];
  const problem = parse(answer.text);
  if (!problem) return ['is no JSON'];
  const { code, status, title, detail, request_id, errors = [] } = problem;
  const faults = Object.keys(problem)
    .filter((key) => !problemKeys.has(key))
    .map((key) => `the problem has ${key}`);
  if (typeof code !== 'string' || !(code in errorStatus)) faults.push(`unknown code ${String(code)}`);
  else if (errorStatus[code as keyof typeof errorStatus] !== answer.status)
    faults.push(`${code} with ${answer.status}`);
  if (status !== answer.status) faults.push(`status ${String(status)} in ${answer.status}`);
  if (!title || !detail || request_id !== answer.headers['x-request-id'])
    faults.push('title, detail or request_id');
  const list = errors as { field?: unknown; code?: unknown }[];
  if (
    !Array.isArray(list) ||
    list.some((one) => typeof one.field !== 'string' || typeof one.code !== 'string')
  )
    faults.push('errors have another shape');
  return faults;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** What the app logged about an answer of 5xx, as a remark; the log takes a moment to arrive. */
export async function explain(answer: Answer): Promise<string> {
  const id = String(answer.headers['x-request-id'] ?? '');
  if (answer.status < 500 || !id) return '';
  for (
    const until = Date.now() + 2000;
    Date.now() < until;
    await new Promise((next) => setTimeout(next, 50))
  ) {
    const lines = readFileSync(inject('app').logFile, 'utf8').split('\n');
    const errors = lines.filter((line) => line.includes(id) && line.includes('"level":50'));
    if (errors.length > 0) return ` (${errors.join(' ').slice(0, 1000)})`;
  }
  return ` (${answer.text.slice(0, 200)})`;
}

/** The code of a problem, or undefined. */
export const codeOf = (answer: Answer): string | undefined => parse(answer.text)?.code as string | undefined;
