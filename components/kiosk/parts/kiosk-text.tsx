'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from '@/lib/i18n/locale';

interface Speech {
  language: Locale;
  /** How the gym speaks to its members. */
  address: 'tu' | 'vous';
}

const SpeechContext = createContext<Speech>({ language: 'fr', address: 'tu' });

export function SpeechProvider({ language, address, children }: Speech & { children: ReactNode }) {
  const speech = useMemo(() => ({ language, address }), [language, address]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export const useSpeech = () => useContext(SpeechContext);

type Values = Record<string, string | number>;

/** The kiosk's texts in its present language, with tu or vous as the gym chose. */
export function useText() {
  const t = useTranslations('kiosk');
  const { address } = useSpeech();
  return (key: Parameters<typeof t>[0], values: Values = {}): string => t(key, { address, ...values });
}

export type Text = ReturnType<typeof useText>;
