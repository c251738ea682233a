/** A path of this site, or the fallback: another host, a scheme, a backslash or a control character never pass. */
export function ownPath(value: string | undefined, fallback: string): string {
  if (!value?.startsWith('/') || /[\\\p{Cc}]/u.test(value)) return fallback;
  const url = URL.parse(value, 'http://own.invalid');
  // `/.//host` is of this site until its dots are gone; written out, it would be another one's address.
  if (url?.host !== 'own.invalid' || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search;
}
