export const locales = ['fr', 'en', 'es'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'fr';

/** Each language by its own name. */
export const languageNames: Record<Locale, string> = { fr: 'Français', en: 'English', es: 'Español' };

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/**
 * The reader's language: that of the screen which asks (`x-locale`, a kiosk follows its member), else their own choice,
 * else the first of the browser's that we speak, else French.
 */
export function readerLocale(headers: Headers, chosen: string | undefined): Locale {
  const screen = headers.get('x-locale');
  if (isLocale(screen)) return screen;
  if (isLocale(chosen)) return chosen;
  const accepted = (headers.get('accept-language') ?? '')
    .split(',')
    .map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return accepted.find(isLocale) ?? defaultLocale;
}
