/** A path of this site, or the fallback: another host, a scheme, a backslash or a control character never pass. */
export function ownPath(value: string | undefined, fallback: string): string {
  if (!value?.startsWith('/') || /[\\\p{Cc}]/u.test(value)) return fallback;
  const url = URL.parse(value, 'http://own.invalid');
  return url?.host === 'own.invalid' ? url.pathname + url.search : fallback;
}
