import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';

const LIMIT_BYTES = 64 * 1024;

/**
 * The request's JSON body, parsed by the schema.
 * Refuses another content type (415), more than 64 KiB or `limitBytes` (413), what is not JSON in UTF-8 or breaks off (400) and the
 * wrong shape (422, by field). Stops reading when the signal aborts.
 */
export async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  signal?: AbortSignal,
  limitBytes: number = LIMIT_BYTES,
): Promise<z.infer<S>> {
  demandType(request, 'application/json');
  const parsed = schema.safeParse(parseJson(await readBytes(request, signal, limitBytes)));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || 'body',
    code: issue.code,
  }));
  throw new AppError('invalid_input', { fields });
}

/** The request's body as it is, of one content type; refuses like `readBody`. */
export async function readText(request: Request, type: string, signal?: AbortSignal): Promise<string> {
  demandType(request, type);
  return decode(await readBytes(request, signal, LIMIT_BYTES));
}

function demandType(request: Request, wanted: string): void {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== wanted) throw new AppError('unsupported_media');
}

/** Counts what really comes: a content-length is a claim, believed only when it is too large. */
async function readBytes(
  request: Request,
  signal: AbortSignal | undefined,
  limitBytes: number,
): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw new AppError('body_too_large');
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let part = await next(reader); !part.done; part = await next(reader)) {
      size += part.value.byteLength;
      if (size > limitBytes) throw new AppError('body_too_large');
      chunks.push(part.value);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    stop();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** A body that breaks off is no JSON. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (cause) {
    throw new AppError('invalid_json', { cause });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('invalid_json', { cause });
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decode(bytes), (_key, value) => (typeof value === 'string' ? storable(value) : value));
  } catch (cause) {
    throw new AppError('invalid_json', { cause });
  }
}

/** Postgres stores neither NUL nor half a surrogate pair. */
const storable = (text: string) => text.replaceAll('\0', ' ').toWellFormed();
