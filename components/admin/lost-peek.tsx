import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { Peek } from '@/components/ui/with-peek';

/** The panel of a row that the list does not hold any more. */
export async function LostPeek({ closeHref }: { closeHref: string }) {
  const t = await getTranslations('admin');
  const panel = await getTranslations('shell.panel');
  return (
    <Peek label={t('gone')} heading="" closeHref={closeHref} closeLabel={panel('close')}>
      <EmptyState title={t('gone')}>{t('goneDetail')}</EmptyState>
    </Peek>
  );
}
