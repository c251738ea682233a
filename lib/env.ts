import 'server-only';
import { z } from 'zod';

// zod probes `new Function`, which the content security policy reports.
z.config({ jitless: true });

const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const address = z
  .url()
  .refine(
    (url) => url.startsWith('https://') || loopback.test(new URL(url).origin),
    'must be https unless it is on this machine',
  );

const schema = z.object({
  SUPABASE_URL: address,
  SUPABASE_PUBLISHABLE_KEY: z.string().min(20),
  SUPABASE_SECRET_KEY: z.string().min(20),
  BADGE_HASH_KEY: z.string().regex(/^[0-9a-f]{64}$/, 'must be 32 bytes in hex'),
  APP_URL: address,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  JARVIS_DEMO: z.stringbool().default(false),
});

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

/** Level of the log; read on its own because the log must work before, and while, the rest of the environment is checked. */
export const logLevel = (): string => process.env.LOG_LEVEL ?? 'info';

/** Whether `next dev` runs. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';
