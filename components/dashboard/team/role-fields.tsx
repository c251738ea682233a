'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/select-field';
import type { Role } from '@/lib/auth/actor';
import type { Grants } from '@/lib/team';

export interface Standing {
  role: Role;
  gym_id: string;
}

/** A role with its place as the routes take it: a gym below the owner, the franchise for the owner, none above. */
export function scopeOf(
  { role, gym_id }: Standing,
  grants: Grants,
): { role: Role; gym_id?: string; franchise_id?: string | undefined } {
  if (role === 'super_admin') return { role };
  return role === 'franchise_owner' ? { role, franchise_id: grants.franchise?.id } : { role, gym_id };
}

/** Which role, with what it opens, and where: only what the reader may give. */
export function RoleFields({
  value,
  grants,
  onChange,
}: {
  value: Standing;
  grants: Grants;
  onChange: (value: Standing) => void;
}) {
  const t = useTranslations('team');
  const roles = useTranslations('shell.roles');
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-label font-medium">{t('role')}</legend>
        {grants.roles.toReversed().map((role) => (
          <label
            key={role}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-control px-3 py-2 has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name="role"
              id={role === value.role ? 'role' : undefined}
              value={role}
              checked={role === value.role}
              onChange={() => onChange({ ...value, role })}
              className="mt-1 accent-ink outline-none"
            />
            <span className="font-medium">
              {roles(role)}
              <span className="block text-label font-normal text-ink-2">{t(`duties.${role}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {value.role === 'franchise_owner' ? (
        <p className="text-label text-ink-2">
          {t('change.franchise')} {grants.franchise?.name}
        </p>
      ) : (
        value.role !== 'super_admin' &&
        grants.gyms.length > 1 && (
          <SelectField
            id="gym_id"
            label={t('change.gym')}
            value={value.gym_id}
            onChange={({ target }) => onChange({ ...value, gym_id: target.value })}
            options={grants.gyms.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )
      )}
    </>
  );
}
