'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Kbd } from './kbd';

const SECONDS = 10;

interface Toast {
  id: number;
  text: string;
  undo: (() => void | Promise<void>) | undefined;
}

const ToastContext = createContext<(text: string, undo?: () => void | Promise<void>) => void>(
  () => undefined,
);

/** Says what was done and for ten seconds how to take it back; the newest replaces the one before. */
export const useToast = () => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const show = useCallback((text: string, undo?: () => void | Promise<void>) => {
    setToast((last) => ({ id: (last?.id ?? 0) + 1, text, undo }));
  }, []);
  const close = useCallback(() => setToast(null), []);
  return (
    <ToastContext value={show}>
      {children}
      <output
        aria-live="polite"
        className="pointer-events-none fixed bottom-15 left-6 z-40 max-md:inset-x-4 max-md:bottom-20 md:left-62 print:hidden"
      >
        {toast && <ToastCard key={toast.id} toast={toast} onClose={close} />}
      </output>
    </ToastContext>
  );
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const t = useTranslations('shell');
  const [left, setLeft] = useState(SECONDS);
  const [held, setHeld] = useState(false);
  const hold = useMemo(() => ({ start: () => setHeld(true), end: () => setHeld(false) }), []);
  useEffect(() => {
    if (held) return;
    const tick = setInterval(() => setLeft((seconds) => seconds - 1), 1_000);
    return () => clearInterval(tick);
  }, [held]);
  useEffect(() => {
    if (left <= 0) onClose();
  }, [left, onClose]);
  const undo = async () => {
    onClose();
    await toast.undo?.();
  };
  return (
    <div
      onMouseEnter={hold.start}
      onMouseLeave={hold.end}
      onFocus={hold.start}
      onBlur={hold.end}
      className="pointer-events-auto inline-flex min-h-11 max-w-full animate-rise items-center gap-3 rounded-[0.625rem] bg-ink py-1.5 pr-2 pl-4 text-canvas shadow-float"
    >
      <Check size={16} strokeWidth={1.6} aria-hidden />
      <span>{toast.text}</span>
      <span aria-hidden className="text-label opacity-70">
        {left} s
      </span>
      {toast.undo && (
        <button
          type="button"
          data-key="z"
          onClick={undo}
          className="flex h-8 items-center gap-2 rounded-md border border-canvas/35 px-2.5 font-medium hover:bg-canvas/10 focus-visible:outline-canvas max-md:h-11"
        >
          {t('undo')} <Kbd className="border-canvas/35 text-canvas">Z</Kbd>
        </button>
      )}
    </div>
  );
}
