import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';

const LIMIT_BYTES = 64 * 1024;

/**
 * The request's JSON body, parsed by the schema.
 * Refuses another content type (415), more than 64 KiB (413), what is not JSON (400) and the wrong shape (422, by field).
 */
export async function readBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.infer<S>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('unsupported_media');
  const parsed = schema.safeParse(parseJson(await readText(request)));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || 'body',
    code: issue.code,
  }));
  throw new AppError('invalid_input', { fields });
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > LIMIT_BYTES) throw new AppError('body_too_large');
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > LIMIT_BYTES) {
      await reader.cancel();
      throw new AppError('body_too_large');
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value) => (typeof value === 'string' ? storable(value) : value));
  } catch (cause) {
    throw new AppError('invalid_json', { cause });
  }
}

/** Postgres stores neither NUL nor half a surrogate pair. */
const storable = (text: string) => text.replaceAll('\0', ' ').toWellFormed();
