'use client';

import { useTranslations } from 'next-intl';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';

/** Throws a draft away; for ten seconds it can be taken back. */
export function DiscardDraft({ id, name }: { id: string; name: string }) {
  const t = useTranslations('customers.drafts');
  const { busy, act } = useAction();
  const order = (discarded: boolean) => ({
    path: `/api/admin/customers/drafts/${id}/discarded` as const,
    method: 'PUT' as const,
    body: { discarded },
  });
  return (
    <Button
      tone="quiet"
      size="bar"
      className="max-md:h-11"
      aria-busy={busy}
      aria-label={t('discardLabel', { name })}
      onClick={() => void act(order(true), t('discarded'), order(false))}
    >
      {t('discard')}
    </Button>
  );
}
