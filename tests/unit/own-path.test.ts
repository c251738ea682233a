import { expect, it } from 'vitest';
import { ownPath } from '@/lib/utils/own-path';

it.each(['/dashboard', '/dashboard/alerts?tab=mine'])('lets %s pass', (path) => {
  expect(ownPath(path, '/')).toBe(path);
});

it.each([
  undefined,
  '',
  'dashboard',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
])('answers the fallback for %s', (path) => {
  expect(ownPath(path, '/dashboard')).toBe('/dashboard');
});
