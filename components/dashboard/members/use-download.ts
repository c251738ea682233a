'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useToast } from '@/components/ui/toasts';

/** Asks for the file of chosen members and hands it to the browser; says so when there is none. */
export function useDownload() {
  const t = useTranslations('members.exportMenu');
  const show = useToast();
  return useCallback(
    async (body: {
      gym_id: string;
      ids: string[];
      query: Record<string, string>;
      format: 'csv' | 'xlsx';
    }) => {
      try {
        const response = await fetch('/api/dashboard/members/export', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        if (!response.ok) throw new Error(String(response.status));
        const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
        const url = URL.createObjectURL(await response.blob());
        const link = Object.assign(document.createElement('a'), { href: url, download: named?.[1] ?? '' });
        link.click();
        URL.revokeObjectURL(url);
      } catch {
        show(t('failed'));
      }
    },
    [show, t],
  );
}
