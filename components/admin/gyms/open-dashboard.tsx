'use client';

import { LayoutDashboard } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useToast } from '@/components/ui/toasts';
import { Button } from '@/components/ui/button';
import { api } from '@/lib/http/api';

/** Takes the gym as the one on screen and opens its overview. */
export function OpenDashboard({ gymId }: { gymId: string }) {
  const t = useTranslations('admin.gyms');
  const common = useTranslations('common');
  const router = useRouter();
  const show = useToast();
  const open = async () => {
    const answer = await api('/api/preferences', { body: { gym: gymId } });
    if (!answer.ok) return show(answer.problem.title || common('offline'));
    router.push('/dashboard');
    router.refresh();
  };
  return (
    <Button size="bar" onClick={open} className="max-md:h-11">
      <LayoutDashboard size={16} strokeWidth={1.6} aria-hidden /> {t('dashboard')}
    </Button>
  );
}
