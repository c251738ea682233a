'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { FormProblem } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { stepOf } from './draft-rules';

/** Makes the customer. A refusal leads to the step whose answer is at fault. */
export function CreateButton({ id }: { id: string }) {
  const t = useTranslations('customers.wizard');
  const router = useRouter();
  const { busy, problem, send, rest } = useSend();
  const create = async () => {
    const made = await send(`/api/admin/customers/drafts/${id}/customer`, { body: {} });
    if (!made) return;
    rest();
    router.replace(`/dashboard/admin/clients/new?draft=${id}`);
    router.refresh();
  };
  const fault = problem?.errors?.[0]?.field;
  const step = problem?.code === 'conflict' ? 'owner' : fault && stepOf(fault);
  const worded =
    problem?.code === 'conflict' ? { ...problem, title: t('taken'), detail: t('takenDetail') } : problem;
  return (
    <div className="grid max-w-[34rem] gap-4" aria-busy={busy}>
      <FormProblem problem={worded} />
      {problem && step && (
        <Link href={`/dashboard/admin/clients/new?draft=${id}&step=${step}`} className="link">
          {t('changeStep', { step: t(`step.${step}`) })}
        </Link>
      )}
      <div className="flex flex-wrap gap-2">
        <Button tone="accent" onClick={() => void create()} aria-disabled={busy}>
          {busy ? t('busy') : t('create')}
        </Button>
        <Button asChild>
          <Link href={`/dashboard/admin/clients/new?draft=${id}&step=kiosk`}>{t('back')}</Link>
        </Button>
        <Button asChild tone="quiet">
          <Link href="/dashboard/admin/clients">{t('leave')}</Link>
        </Button>
      </div>
    </div>
  );
}
