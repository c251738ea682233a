import { getTranslations } from 'next-intl/server';
import { kioskShapes, kioskTones, type Shown } from '@/components/dashboard/kiosks/kiosk-shapes';
import { StatusShape } from '@/components/ui/status-shape';
import { cn } from '@/lib/utils/cn';

const worst: Shown[] = ['error', 'offline', 'late', 'maintenance', 'provisioning'];

/** How many kiosks a gym has, and how many are in the worst state that one of them is in. */
export async function KioskSum({ kiosks }: { kiosks: { shown: Shown }[] }) {
  const t = await getTranslations('admin.gyms');
  const states = await getTranslations('kiosks.shown');
  const total = kiosks.length;
  const state = worst.find((one) => kiosks.some(({ shown }) => shown === one));
  if (total === 0 || !state)
    return (
      <span className="inline-flex items-center gap-2">
        {total > 0 && <StatusShape status="good" />}
        {t('kiosksWell', { total })}
      </span>
    );
  const count = kiosks.filter(({ shown }) => shown === state).length;
  return (
    <span className={cn('inline-flex items-center gap-2', kioskTones[state])}>
      <StatusShape status={kioskShapes[state]} />
      {t(count === total ? 'kiosksAll' : 'kiosksIll', { total, count, state: states(state) })}
    </span>
  );
}
