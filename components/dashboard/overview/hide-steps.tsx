'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toasts';
import { api } from '@/lib/http/api';

/** Puts the first steps away, for everybody at the gym; ten seconds to take them out again. */
export function HideSteps({ gymId }: { gymId: string }) {
  const t = useTranslations('overview.start');
  const common = useTranslations('common');
  const router = useRouter();
  const show = useToast();
  const hide = async (hidden: boolean) => {
    const answer = await api('/api/dashboard/first-steps', { body: { gym_id: gymId, hidden } });
    if (!answer.ok) return show(answer.problem.code === 'offline' ? common('offline') : answer.problem.title);
    router.refresh();
    if (hidden) show(t('hidden'), () => hide(false));
  };
  return (
    <Button tone="quiet" size="bar" className="-mr-2.5 max-md:h-11" onClick={() => hide(true)}>
      {t('hide')}
    </Button>
  );
}
