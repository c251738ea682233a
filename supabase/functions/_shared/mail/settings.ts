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
