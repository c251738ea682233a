'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AddDialog } from '@/components/admin/add-dialog';
import { isAtFault } from '@/components/auth/form-problem';
import type { MenuKiosk } from '@/components/dashboard/kiosks/kiosk-menu';
import { Field } from '@/components/ui/field';

const PairingDialog = dynamic(() =>
  import('@/components/dashboard/kiosks/pairing-dialog').then((module) => module.PairingDialog),
);

/** Adds a kiosk to a gym and goes on to its pairing code. */
export function AddKiosk({ gymId }: { gymId: string }) {
  const t = useTranslations('admin.gyms');
  const wrong = useTranslations('admin.wrong');
  const [made, setMade] = useState<MenuKiosk | null>(null);
  return (
    <>
      <AddDialog<{ id: string; slug: string }>
        path={`/api/admin/gyms/${gymId}/kiosks`}
        words={{ button: t('addKiosk'), text: t('addKioskText'), submit: t('addKioskSubmit') }}
        said={({ name }) => t('kioskAdded', { name: name ?? '' })}
        labels={{ name: t('kioskName'), location: t('kioskPlace') }}
        fields={(problem) => (
          <>
            <Field
              id="name"
              name="name"
              label={t('kioskName')}
              help={t('kioskNameHelp')}
              maxLength={80}
              autoComplete="off"
              required
              data-autofocus
              error={isAtFault(problem, 'name') ? t('kioskNameWrong') : undefined}
            />
            <Field
              id="location"
              name="location"
              label={t('kioskPlace')}
              help={t('kioskPlaceHelp')}
              maxLength={120}
              autoComplete="off"
              error={isAtFault(problem, 'location') ? wrong('location') : undefined}
            />
          </>
        )}
        onAdded={(kiosk, { name }) => setMade({ ...kiosk, name: name ?? '', paired: false })}
      />
      {made && <PairingDialog kiosk={made} onClose={() => setMade(null)} />}
    </>
  );
}
