'use client';

import { useEffect, useState } from 'react';
import { api } from '@/lib/http/api';
import type { Duplicate } from '@/lib/member';
import type { Typed } from './form-state';

const PATIENCE_MS = 600;

/** Who looks like what is being typed, asked once the typing rests. Silent when it cannot be asked: it only warns. */
export function useDuplicates(gymId: string, except: string | undefined, typed: Typed): Duplicate[] {
  const [found, setFound] = useState<Duplicate[]>([]);
  const { first_name, last_name, email, phone, birth_date } = typed;
  const asked = JSON.stringify({ first_name, last_name, email, phone, birth_date });
  const isEnough = Boolean(email || phone || (first_name && last_name && birth_date));
  useEffect(() => {
    if (!isEnough) return;
    const gone = new AbortController();
    const later = setTimeout(async () => {
      const body = { gym_id: gymId, values: JSON.parse(asked), ...(except && { except }) };
      const answer = await api<Duplicate[]>('/api/dashboard/members/duplicates', {
        body,
        signal: gone.signal,
      });
      if (answer.ok) setFound(answer.data);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(later);
      gone.abort();
    };
  }, [asked, isEnough, gymId, except]);
  return isEnough ? found : [];
}
