import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Permission } from '../../../lib/auth/permissions.ts';

const root = resolve(import.meta.dirname, '../../..');
export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export type Method = (typeof methods)[number];

/** What a route tells about itself. */
export interface Access {
  actor: 'anyone' | 'sign_in' | 'user' | 'kiosk' | 'platform_admin';
  permission?: Permission;
  body?: z.ZodType;
  bodyBytes?: number;
  limit: string;
}

export interface Route {
  /** Such as `POST /api/dashboard/alerts/[id]`. */
  name: string;
  method: Method;
  /** With its parameters in brackets. */
  path: string;
  access: Access | undefined;
}

/** Every method of every route file, as the file system has them. */
export async function findRoutes(): Promise<Route[]> {
  const found: Route[] = [];
  for await (const file of glob('app/api/**/route.ts', { cwd: root })) {
    const path = `/${file.replace(/^app\//, '').replace(/\/route\.ts$/, '')}`;
    const exported = (await import(`${root}/${file}`)) as Partial<Record<Method, { access?: Access }>>;
    for (const method of methods) {
      const handler = exported[method];
      if (handler) found.push({ name: `${method} ${path}`, method, path, access: handler.access });
    }
  }
  return found.sort((one, other) => one.name.localeCompare(other.name));
}

/** The path with its parameters filled in. */
export function fill(path: string, parameters: Record<string, string>): string {
  return path.replaceAll(
    /\[(?:\.\.\.)?(\w+)\]/g,
    (_bracket, name: string) => parameters[name] ?? `[${name}]`,
  );
}
