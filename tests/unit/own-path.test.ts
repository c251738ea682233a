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
  '///evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  '/a/%2e%2e//evil.example',
  '/\r\n/evil.example',
  '/\0/evil.example',
  ' /dashboard',
])('answers the fallback for %s', (path) => {
  expect(ownPath(path, '/dashboard')).toBe('/dashboard');
});

it.each(['/%2F/evil.example', '/%5Cevil.example', '/@evil.example', '/%0d%0aLocation:evil'])(
  'keeps %s on this host',
  (path) => {
    expect(new URL(ownPath(path, '/dashboard'), 'https://own.example').host).toBe('own.example');
  },
);
