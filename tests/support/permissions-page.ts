import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Permission, permissions, type Rule, type Scope } from '../../lib/auth/permissions.ts';

const roles = ['gym_staff', 'gym_manager', 'franchise_owner', 'super_admin'] as const;

const words: Record<Scope, string> = {
  gym: 'own gym',
  franchise: 'gyms of the franchise',
  all: 'everywhere',
  unassigned: 'own gym; their own and unassigned ones',
  allowed: 'gyms of the franchise whose customer allows it',
  support: 'during a support access',
  support_write: 'during a support access that may write',
};

const head = `# Permissions

Who may do what (rule T6). \`lib/auth/permissions.ts\` is the table, this page is made from it by
\`npm run docs:permissions\`; the database decides again by the helpers of schema \`private\`, and a test tries each cell
there.

- A customer that is suspended keeps reading. What writes is refused, except what the platform may do by its own right.
- A gym that somebody cannot open is "not found" for every permission (rule T7).
- A support access (rule S1) is opened by a super admin for one gym or one franchise, with a reason, for an hour at
  most, after a code of the second factor that is less than ten minutes old. The customer's managers and owners see it.
- Nobody gives a role above their own or in a scope outside their own, changes their own role, or deactivates
  themselves; the last owner of a franchise, the last manager of an independent gym and the last super admin stay.

| permission | what | writes | staff | manager | owner | super admin |
|---|---|---|---|---|---|---|
`;

function line(name: string, rule: Rule): string {
  const cells = roles.map((role) => {
    const scope = rule.roles[role];
    return scope ? words[scope] : '–';
  });
  return `| ${[`\`${name}\``, rule.description, rule.writes ? 'yes' : '', ...cells].join(' | ')} |\n`;
}

/** The text of docs/permissions.md as the permission table has it. */
export function permissionsPage(): string {
  const names = Object.keys(permissions) as Permission[];
  return head + names.map((name) => line(name, permissions[name])).join('');
}

export const permissionsPagePath = fileURLToPath(new URL('../../docs/permissions.md', import.meta.url));

if (import.meta.main) await writeFile(permissionsPagePath, permissionsPage());
