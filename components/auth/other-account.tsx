'use client';

import { useTranslations } from 'next-intl';
import { api } from '@/lib/http/api';
import { leaveFor } from './use-send';

/** Ends the sign-in that is under way and starts over. */
export function OtherAccount() {
  const t = useTranslations('auth.frame');
  const leave = async () => {
    await api('/api/auth/sign-out', { body: {} });
    leaveFor('/login');
  };
  return (
    <button type="button" onClick={leave} className="link py-1">
      {t('other')}
    </button>
  );
}
