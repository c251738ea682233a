import { getTranslations } from 'next-intl/server';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { GymClass } from '@/lib/classes';
import type { Format } from '@/lib/utils/format';
import { ClassActions } from './class-actions';
import { slotWords } from './class-words';

/** A class at a glance, with what the reader may change. */
export async function ClassPeek({
  one,
  gymId,
  mayChange,
  closeHref,
  format,
}: {
  one: GymClass;
  gymId: string;
  mayChange: boolean;
  closeHref: string;
  format: Format;
}) {
  const t = await getTranslations('classes');
  const panel = await getTranslations('shell.panel');
  return (
    <Peek
      label={one.name}
      heading={one.is_active ? t('view.classes') : t('stopped')}
      closeHref={closeHref}
      closeLabel={panel('close')}
      footer={mayChange && <ClassActions key={one.id} one={one} gymId={gymId} />}
    >
      <h2 className="text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">{one.name}</h2>
      <p className="pt-1 pb-5 text-[1.0625rem] leading-6 tracking-[-0.01em] text-balance">
        {one.is_active
          ? slotWords(one.slots, format.locale, t('everyDay')) || t('noSlot')
          : t('stoppedDetail')}
      </p>
      <PeekRow label={t('next')}>{one.next_at ? format.exact(one.next_at) : t('noNext')}</PeekRow>
      <PeekRow label={t('column.coach')}>{one.coach ?? '–'}</PeekRow>
      <PeekRow label={t('column.room')}>{one.room ?? '–'}</PeekRow>
      <PeekRow label={t('column.capacity')}>
        {t('places', { capacity: one.capacity, minutes: one.minutes })}
      </PeekRow>
      <PeekRow label={t('column.fill')}>
        {one.places > 0
          ? t('fillDetail', {
              taken: one.taken,
              places: one.places,
              share: format.percent(one.taken / one.places),
            })
          : t('fillNone')}
      </PeekRow>
    </Peek>
  );
}
