import fc from 'fast-check';

/** Texts that have broken programs before. None of them holds what an answer is searched for. */
const tricks = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'half \udfff pair',
  '\uffff\ufffe',
  '\ufeff',
  '\u202e\u2066rtl',
  'ﷺ'.repeat(40),
  'Z̤͔ͧ̑̓ä͖̭̈̇lͮ̒ͫǧ̗͚̚o̙̔ͮ̇͐̇',
  '👩‍👩‍👧‍👦'.repeat(20),
  'İstanbul ß ſ K',
  '\r\nset-cookie: a=b\r\n\r\n',
  '\u2028\u2029',
  "' or 1=1 --",
  "'; drop table gyms; --",
  '") or ("1"="1',
  '\\',
  "\\'; $$ begin end $$",
  '$1 %s %n %x {0} ${7*7} {{7*7}} <%= 7*7 %> #{7*7}',
  '%00%0d%0a%2e%2e%2f',
  '../../../../etc/hosts',
  '..\\..\\windows',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=1+1',
  '@sum(a1)',
  '{"$ne":null}',
  '*)(uid=*',
  '${jndi:ldap://127.0.0.1/a}',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'null',
  'undefined',
  'true',
  '-0',
  '1e999',
  '0x7fffffff',
  '9223372036854775808',
  '2026-02-30',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'not.in.(1,2)',
  'eq.1,or(a.eq.1)',
  'a,b.c:d',
  'a'.repeat(300),
  'a'.repeat(5000),
  'é'.repeat(20_001),
] as const;

export const wildText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...tricks) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
);

const wildNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, 0.1 + 0.2),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const ownKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'role',
  'gym_id',
  'id',
  'is_active',
  'toJSON',
  'length',
];

/** Any JSON, with the keys and values that programs trip over. */
export const wildJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    wildText,
    wildNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...ownKeys), wildText), tie('value')), { maxLength: 4 })
      .map(withKeys),
  ),
})).value;

/** An object with exactly these keys as its own, `__proto__` included. */
function withKeys(entries: [string, unknown][]): object {
  const made = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
}

/** Bodies as they go over the wire that no JSON library would write. */
const wildBytes: fc.Arbitrary<string | Buffer> = fc.oneof(
  fc.constantFrom<string | Buffer>(
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '42',
    '{"a":1,"a":2}',
    '{"a":1e999}',
    '{"a":-0,}',
    "{'a':1}",
    '{"__proto__":{"role":"super_admin"},"constructor":{"prototype":{"role":"super_admin"}}}',
    '\ufeff{}',
    '{}garbage',
    '['.repeat(30_000),
    '{"a":'.repeat(8000),
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    `{"text":"${'\\u0000'.repeat(2000)}"}`,
    '{"text":"\\ud800\\udc00\\ud800"}',
    Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
    Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0]),
    `{"a":"${'x'.repeat(64 * 1024)}"}`,
    'x'.repeat(200_000),
  ),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.json(),
);

type Draw = 'valid' | 'near' | 'wild' | 'bytes';

/** One body of each kind: understood, almost understood, any JSON, any bytes. Text or bytes as they are sent. */
export function bodies(valid: fc.Arbitrary<unknown>): Record<Draw, fc.Arbitrary<string | Buffer>> {
  const asText = (value: unknown) => JSON.stringify(value) ?? 'undefined';
  return {
    valid: valid.map(asText),
    near: fc
      .tuple(valid, fc.nat(), wildJson, fc.constantFrom(...ownKeys), fc.nat(4))
      .map(disturb)
      .map(asText),
    wild: wildJson.map(asText),
    bytes: wildBytes,
  };
}

/** A value with one thing wrong: a field lost, replaced, added or wrapped, or everything in a list. */
function disturb([value, pick, wild, key, how]: [unknown, number, unknown, string, number]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wild;
  const entries = Object.entries(value);
  const chosen = entries[pick % Math.max(1, entries.length)];
  if (!chosen || how === 0) return withKeys([...entries, [key, wild]]);
  const others = entries.filter(([name]) => name !== chosen[0]);
  if (how === 1) return withKeys(others);
  if (how === 2) return withKeys([...others, [chosen[0], [chosen[1]]]]);
  if (how === 3 && typeof chosen[1] === 'object' && chosen[1] !== null)
    return withKeys([...others, [chosen[0], disturb([chosen[1], pick >> 3, wild, key, 4])]]);
  return withKeys([...others, [chosen[0], wild]]);
}

/** A part of a path as it is sent: only what HTTP itself forbids is taken out. */
export const wildSegment: fc.Arbitrary<string> = fc.oneof(
  wildText.map((text) => encodeURIComponent(text.slice(0, 1500).toWellFormed())),
  fc.constantFrom(
    '%',
    '%zz',
    '%00',
    '%ff',
    '%c0%ae',
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '%5c',
    ';a=b',
    '[id]',
    '~',
    ',',
    '*',
  ),
);

/** What follows the question mark; names are those of the route and any other. */
export function wildQuery(known: Record<string, string[]>): fc.Arbitrary<string> {
  const name = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...Object.keys(known), 'gym[]', '__proto__', '__proto__[a]', ''),
    },
    { weight: 1, arbitrary: wildSegment },
  );
  const pair = name.chain((key) => {
    const words = Object.hasOwn(known, key) ? known[key] : undefined;
    const value = words?.length ? fc.oneof(fc.constantFrom(...words), wildSegment) : wildSegment;
    return value.map((text) => `${key}=${text}`);
  });
  return fc.array(pair, { maxLength: 6 }).map((pairs) => pairs.join('&'));
}

/** A Cookie header: the caller's own with something added, cut or broken. */
export function wildCookie(own: string, name: string): fc.Arbitrary<string> {
  const safe = wildText.map((text) => text.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 1000));
  const broken = fc.nat(Math.max(1, own.length)).map((at) => own.slice(0, at));
  const planted = safe.map((text) => `${own}; ${name}.7=${text}; ${name}=base64-${text}`);
  const other = fc.tuple(fc.constantFrom('gym', 'locale', 'theme', 'kiosk', name, '__proto__'), safe);
  return fc.oneof(
    broken,
    planted,
    other.map(([key, text]) => `${key}=${text}; ${own}`),
    other.map(([key, text]) => `${key}=${text}`),
    safe,
  );
}
