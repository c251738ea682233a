import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Access } from '@/lib/http/access';
import { limits } from '@/lib/http/rate-limit/limits';

const root = resolve(import.meta.dirname, '../..');
const files = globSync('app/api/**/route.ts', { cwd: root });
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Which folder is for which actor; a route accepts exactly one kind (rule K1). */
const actors: [RegExp, Access['actor'][]][] = [
  [/^app\/api\/dashboard\//, ['user', 'platform_admin', 'sign_in']],
  [/^app\/api\/admin\//, ['platform_admin']],
  [/^app\/api\/(kiosk\/(?!provision)|jarvis\/|voice\/)/, ['kiosk']],
  [
    /^app\/api\/(auth\/|preferences|health|ready|kiosk\/provision|\[\.\.\.rest\])/,
    ['anyone', 'user', 'sign_in'],
  ],
];

const handlersOf = async (file: string): Promise<[string, { access?: Access }][]> =>
  Object.entries((await import(resolve(root, file))) as object).filter(([name]) => methods.includes(name));

describe('every route says who may call it and how often', () => {
  it('there are routes', () => expect(files.length).toBeGreaterThan(15));

  it.each(files)('%s', async (file) => {
    const handlers = await handlersOf(file);
    expect(handlers.length).toBeGreaterThan(0);
    const allowed = actors.filter(([folder]) => folder.test(file));
    expect(allowed, 'the folder has its actors').toHaveLength(1);
    for (const [method, { access }] of handlers) {
      expect(access, method).toBeDefined();
      expect(allowed[0]?.[1], method).toContain(access?.actor);
      expect(Object.keys(limits), method).toContain(access?.limit);
      if (/^app\/api\/(auth|kiosk\/provision)\//.test(file))
        expect(access?.event, `${method} has a name in the log`).toBeTruthy();
      if (file.startsWith('app/api/admin/')) expect(access?.permission, method).toBeDefined();
      if (file.startsWith('app/api/dashboard/')) {
        const isOwn = file.startsWith('app/api/dashboard/settings/');
        expect(Boolean(access?.permission) || isOwn, `${method} names its permission`).toBe(true);
      }
    }
  });
});
