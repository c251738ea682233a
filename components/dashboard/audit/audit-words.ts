import type { useTranslations } from 'next-intl';
import type { AuditEntry } from '@/lib/audit';

type Translate = ReturnType<typeof useTranslations<'audit'>>;

/** The tables whose changes are audited, as the filter offers them. */
export const auditedEntities = [
  'gym_members_v2',
  'member_imports',
  'member_badges',
  'member_consents',
  'member_notes',
  'member_fitness_profile',
  'manager_alerts',
  'kiosks',
  'gyms',
  'franchises',
  'users',
  'invitations',
  'support_access',
];

/** Who did it: the name, with JARVIS for people of the platform; the kind of actor when there is no name. */
export function actorWords(actor: AuditEntry['actor'], t: Translate): string {
  if (!actor.name) return t(`kinds.${actor.kind}`);
  return actor.role === 'super_admin' ? t('visit', { name: actor.name, place: t('platform') }) : actor.name;
}

/** What was done; a code that has no words yet stays as it is. */
export function actionWords(action: string, t: Translate): string {
  const key = `actions.${action}` as 'actions.update';
  return t.has(key) ? t(key) : action;
}

/** On what; a table that has no words yet keeps its name. */
export function entityWords(entity: string, t: Translate): string {
  const key = `entities.${entity}` as 'entities.users';
  return t.has(key) ? t(key) : entity;
}

/** The fields that changed, in words and without doubles; one that has none yet counts as "other". */
export function fieldWords(changed: string[], t: Translate): string {
  const words = changed.map((column) => {
    const key = `fields.${column}` as 'fields.name';
    return t.has(key) ? t(key) : t('fields.other');
  });
  return [...new Set(words)].join(', ');
}

/** Whose support access to which customer it was done in; null outside of one. */
export function visitWords(support: AuditEntry['support'], t: Translate): string | null {
  if (!support) return null;
  return t('visit', { name: support.admin_name ?? t('platform'), place: support.scope_name ?? '' });
}
