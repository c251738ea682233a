import fc from 'fast-check';
import { z } from 'zod';
import { wildText } from './wild.ts';

type Schema = z.core.JSONSchema.JSONSchema;

/** Values that mean something where a field has this name, such as the id of a scan that exists. */
export type Dictionary = Record<string, unknown[]>;

/** What a route takes, as values that it should understand. Throws for a shape that cannot be told in JSON Schema. */
export function validFor(schema: z.ZodType, known: Dictionary = {}): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return arbitrary(root, { root, known, depth: 0 }, '');
}

interface Place {
  root: Schema;
  known: Dictionary;
  depth: number;
}

function arbitrary(schema: Schema | boolean, at: Place, field: string): fc.Arbitrary<unknown> {
  const known = Object.hasOwn(at.known, field) ? at.known[field] : undefined;
  const made = typeof schema === 'boolean' ? fc.jsonValue({ maxDepth: 2 }) : byType(schema, at, field);
  return known?.length
    ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made })
    : made;
}

function byType(schema: Schema, at: Place, field: string): fc.Arbitrary<unknown> {
  if (schema.$ref)
    return at.depth > 3 ? fc.constant(null) : arbitrary(resolve(schema.$ref, at.root), deeper(at), '');
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => arbitrary(one, deeper(at), field)));
  if (schema.allOf) return arbitrary(Object.assign({}, ...schema.allOf) as Schema, at, field);
  switch (schema.type) {
    case 'object':
      return object(schema, at);
    case 'array': {
      const items = Array.isArray(schema.items) ? {} : (schema.items ?? {});
      const maxLength = Math.min(schema.maxItems ?? 5, 10);
      return fc.array(arbitrary(items, deeper(at), ''), { minLength: schema.minItems ?? 0, maxLength });
    }
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

const deeper = (at: Place): Place => ({ ...at, depth: at.depth + 1 });

function resolve(reference: string, root: Schema): Schema {
  let found: unknown = root;
  for (const step of reference.split('/').slice(1)) found = (found as Record<string, unknown>)[step];
  return found as Schema;
}

function object(schema: Schema, at: Place): fc.Arbitrary<unknown> {
  const shape = Object.entries(schema.properties ?? {}).map(
    ([name, one]) => [name, arbitrary(one, deeper(at), name)] as const,
  );
  const fixed = fc.record(Object.fromEntries(shape), { requiredKeys: schema.required ?? [] });
  const more = schema.additionalProperties;
  if (typeof more !== 'object' || at.depth > 3) return fixed;
  const key = fc.oneof(
    fc.stringMatching(/^\w{1,12}$/),
    fc.constantFrom(...Object.keys(at.known), 'constructor'),
  );
  const free = fc.dictionary(key, arbitrary(more, deeper(at), ''), { maxKeys: 4 });
  return fc.tuple(fixed, free).map(([one, other]) => ({ ...other, ...one }));
}

function text(schema: Schema): fc.Arbitrary<string> {
  const [minLength, maxLength] = [schema.minLength ?? 0, Math.min(schema.maxLength ?? 40, 2000)];
  if (schema.format === 'uuid' || schema.format === 'guid') return fc.uuid();
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  const plain = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
  const edge = fc.string({ unit: 'binary', minLength: maxLength, maxLength });
  const tricky = wildText.map((one) => one.slice(0, maxLength).padEnd(minLength, 'x'));
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 3, arbitrary: tricky },
    { weight: 1, arbitrary: edge },
  );
}

function number(schema: Schema): fc.Arbitrary<number> {
  const min = Number(schema.minimum ?? Number.MIN_SAFE_INTEGER);
  const max = Number(schema.maximum ?? Number.MAX_SAFE_INTEGER);
  const inside = schema.type === 'integer' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  // Both may be fractions, between which there need not be a whole number.
  const small = Math.ceil(Math.min(max, Math.max(min, 1)));
  return fc.oneof(
    inside,
    fc.constantFrom(min, max),
    fc.integer({ min: small, max: Math.max(small, Math.floor(Math.min(max, small + 5))) }),
  );
}
