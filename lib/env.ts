import 'server-only';
import { z } from 'zod';

// zod probes `new Function`, which the content security policy reports.
z.config({ jitless: true });

const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const address = z
  .url()
  .refine(
    (url) => url.startsWith('https://') || (URL.canParse(url) && loopback.test(new URL(url).origin)),
    'must be https unless it is on this machine',
  );

/** An unset variable; an empty line in an .env file is one too. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const schema = z
  .object({
    SUPABASE_URL: address,
    SUPABASE_PUBLISHABLE_KEY: z.string().min(20),
    SUPABASE_SECRET_KEY: z.string().min(20),
    BADGE_HASH_KEY: z.string().regex(/^[0-9a-f]{64}$/, 'must be 32 bytes in hex'),
    APP_URL: address,
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    JARVIS_DEMO: z.stringbool().default(false),
    ADDRESS_HEADER: optional(z.string().regex(/^[a-z0-9-]+$/, 'must be the name of a header, in lower case')),
    VERCEL: optional(z.literal('1')),
    UPSTASH_REDIS_REST_URL: optional(address),
    UPSTASH_REDIS_REST_TOKEN: optional(z.string().min(1)),
    SENTRY_DSN: optional(address.refine(isDsn, 'must be https://KEY@HOST/PROJECT')),
    HCAPTCHA_SITE_KEY: optional(z.string().regex(/^[0-9a-f-]{36}$/, 'must be the site key, a uuid')),
    HCAPTCHA_SECRET_KEY: optional(z.string().min(1)),
    HCAPTCHA_VERIFY_URL: address.default('https://api.hcaptcha.com/siteverify'),
    OPENAI_API_KEY: optional(z.string().min(1)),
    OPENAI_BASE_URL: z.preprocess(
      (value) => (value === '' ? undefined : value),
      address.default('https://api.openai.com/v1'),
    ),
  })
  .refine((all) => !all.UPSTASH_REDIS_REST_URL === !all.UPSTASH_REDIS_REST_TOKEN, {
    path: ['UPSTASH_REDIS_REST_TOKEN'],
    error: 'must be set together with UPSTASH_REDIS_REST_URL',
  })
  .refine((all) => !all.HCAPTCHA_SITE_KEY === !all.HCAPTCHA_SECRET_KEY, {
    path: ['HCAPTCHA_SECRET_KEY'],
    error: 'must be set together with HCAPTCHA_SITE_KEY',
  })
  // Vercel vouches for this header; elsewhere one has to say which proxy stands in front.
  .transform(({ VERCEL, ...all }) => ({
    ...all,
    ADDRESS_HEADER: all.ADDRESS_HEADER ?? (VERCEL ? 'x-vercel-forwarded-for' : undefined),
  }));

function isDsn(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, pathname } = new URL(url);
  return username !== '' && /^\/(.*\/)?\d+$/.test(pathname);
}

export type Env = z.infer<typeof schema>;

/**
 * Reads the environment; throws one error that names every variable at fault.
 * @param source normally `process.env`
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n${faults.join('\n')}\nSee .env.example.`);
}

let cached: Env | undefined;

/** The server's environment, read once. Lazily, because a build has none. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Whether an address is one of this machine. */
export const isLoopback = (url: string): boolean => loopback.test(new URL(url).origin);

/** Level of the log; read on its own because the log must work before, and while, the rest of the environment is checked. */
export const logLevel = (): string => process.env.LOG_LEVEL ?? 'info';

/** Whether `next dev` runs. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';
