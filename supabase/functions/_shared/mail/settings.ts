import { Refusal } from '../with-secret.ts';

/** What sending needs beside the database. */
export interface MailSettings {
  apiKey: string;
  baseUrl: string | undefined;
  from: string;
  appUrl: string;
}

/** The settings, or the names of the variables that are missing or not usable. */
export function readMailSettings(env: { get(name: string): string | undefined }): MailSettings | string[] {
  const apiKey = env.get('RESEND_API_KEY') ?? '';
  const from = env.get('MAIL_FROM') ?? '';
  const appUrl = env.get('APP_URL') ?? '';
  const missing = [
    ...(apiKey.trim() ? [] : ['RESEND_API_KEY']),
    ...(/^[^\r\n]*@[^\r\n]+$/.test(from) ? [] : ['MAIL_FROM']),
    ...(/^https?:\/\//.test(appUrl) && URL.canParse(appUrl) ? [] : ['APP_URL']),
  ];
  if (missing.length > 0) return missing;
  return { apiKey, baseUrl: env.get('RESEND_BASE_URL') || undefined, from, appUrl };
}

/** The settings; without them it refuses with 503 and names what is missing, in the answer and in the function's log. */
export function requireMailSettings(
  env: Parameters<typeof readMailSettings>[0],
  log: (line: string) => void,
): MailSettings {
  const settings = readMailSettings(env);
  if (!Array.isArray(settings)) return settings;
  const detail = `Mails stay in the outbox: ${settings.join(', ')} missing or not usable.`;
  log(detail);
  throw new Refusal(503, 'backend_unavailable', detail);
}
