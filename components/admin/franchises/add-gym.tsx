'use client';

import { useTranslations } from 'next-intl';
import { AddDialog } from '@/components/admin/add-dialog';
import { isAtFault } from '@/components/auth/form-problem';
import { Field } from '@/components/ui/field';

/** Opens a gym in a franchise, as far as its plan goes. */
export function AddGym({ franchiseId }: { franchiseId: string }) {
  const t = useTranslations('admin');
  return (
    <AddDialog
      path={`/api/admin/franchises/${franchiseId}/gyms`}
      words={{
        button: t('franchises.addGym'),
        text: t('franchises.addGymText'),
        submit: t('franchises.addGymSubmit'),
      }}
      said={({ name }) => t('franchises.gymAdded', { name: name ?? '' })}
      labels={{ name: t('field.name'), city: t('field.city') }}
      fields={(problem) => (
        <>
          <Field
            id="name"
            name="name"
            label={t('field.name')}
            maxLength={120}
            autoComplete="off"
            required
            data-autofocus
            error={isAtFault(problem, 'name') ? t('wrong.name') : undefined}
          />
          <Field
            id="city"
            name="city"
            label={t('field.city')}
            maxLength={120}
            autoComplete="off"
            error={isAtFault(problem, 'city') ? t('wrong.city') : undefined}
          />
        </>
      )}
    />
  );
}
