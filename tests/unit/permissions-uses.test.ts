import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Permission, permissions, type Rule } from '@/lib/auth/permissions';
import type { Access } from '@/lib/http/access';
import { permissionsPage, permissionsPagePath } from '../support/permissions-page.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const routeFiles = globSync('app/api/{dashboard,admin}/**/route.ts', { cwd: root });
const screens = globSync(['app/(site)/dashboard/**/*.tsx', 'components/{dashboard,admin}/**/*.{ts,tsx}'], {
  cwd: root,
});
const every = Object.keys(permissions) as Permission[];
const ruleOf = (permission: Permission): Rule => permissions[permission];
const isPermission = (text: string): text is Permission => Object.hasOwn(permissions, text);

/** Names between quotes that are permissions, wherever a text asks for them. */
const namedIn = (text: string) => [...text.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map((m) => m[1]!);

interface Route {
  /** `/api/dashboard/kiosks/[id]/code` */
  path: string;
  method: string;
  permission: Permission;
}

let routes: Route[];

beforeAll(async () => {
  routes = [];
  for (const file of routeFiles) {
    const handlers = (await import(resolve(root, file))) as Record<string, { access?: Access }>;
    for (const [method, { access }] of Object.entries(handlers))
      if (access?.permission)
        routes.push({
          path: file.slice('app'.length, -'/route.ts'.length),
          method,
          permission: access.permission,
        });
  }
});

/** What only reads, and is asked for in a body because an address has no room for it. */
const reading = ['POST /api/dashboard/members/export'];

/** Held by nothing yet: what they open has no route and no page so far. */
const ahead: Permission[] = [];

describe('the permission table and those who ask it', () => {
  it('the page in docs is made from it', () => {
    expect(readFileSync(permissionsPagePath, 'utf8')).toBe(permissionsPage());
  });

  it('each permission is asked for by a route or a screen, or is known to be ahead of them', () => {
    const texts = [...routeFiles, ...screens].map(read);
    const asked = new Set(texts.flatMap(namedIn).filter(isPermission));
    expect(every.filter((permission) => !asked.has(permission)).sort()).toEqual(ahead.toSorted());
  });

  it('routes that change something ask for a permission that writes, routes that read for one that does not', () => {
    expect(routes.length).toBeGreaterThan(8);
    const wrong = routes.filter(
      ({ path, method, permission }) =>
        ruleOf(permission).writes !== (method !== 'GET' && !reading.includes(`${method} ${path}`)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('navigation', () => {
  const layout = read('app/(site)/dashboard/layout.tsx');
  const folders: Record<string, string> = { conversations: 'sessions' };
  const items = [...layout.matchAll(/can\(actor, '([a-z.]+)', target\) \? \(\['([a-z]+)'\]/g)];

  it('lists pages by permission', () => expect(items.length).toBeGreaterThanOrEqual(3));
  it.each(items.map((m) => [m[2]!, m[1]!]))('%s opens where its page does', (page, permission) => {
    const text = read(`app/(site)/dashboard/${folders[page] ?? page}/page.tsx`);
    expect(/if \(!can\(actor, '([a-z.]+)'/.exec(text)?.[1]).toBe(permission);
  });
});

describe('buttons', () => {
  const components = globSync('components/{dashboard,admin}/**/*.{ts,tsx}', { cwd: root });
  const calls = components.flatMap((file) =>
    [...read(file).matchAll(/[`'](\/api\/(?:dashboard|admin)\/[^`'?]+)/g)].map((m) => ({
      file,
      path: m[1]!.replaceAll(/\$\{[^}]+\}/g, '[id]'),
    })),
  );
  /** Permissions that pages ask before they show a button. */
  const asked = [...new Set(screens.flatMap((file) => namedIn(read(file))))].filter(isPermission);

  it('call routes', () => expect(calls.length).toBeGreaterThan(3));
  it.each(calls)('$path in $file is shown to those who may', ({ path }) => {
    const called = routes.filter((route) => route.path === path && route.method !== 'GET');
    for (const { permission } of called) {
      const same = asked.filter(
        (other) => JSON.stringify(ruleOf(other).roles) === JSON.stringify(ruleOf(permission).roles),
      );
      expect(same, `${permission} is asked before the button is shown`).not.toEqual([]);
    }
  });
});
