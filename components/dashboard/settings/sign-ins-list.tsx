'use client';

import { Laptop, Smartphone } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { ProveAgain } from '@/components/auth/prove-again';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toasts';
import type { SignInRow } from './sign-in-rows';

const EverywhereDialog = dynamic(() =>
  import('./everywhere-dialog').then((module) => module.EverywhereDialog),
);

/**
 * Where this account is open, each to close by itself, the others at once, or all of them. A sign-in of some time ago
 * proves itself anew before it closes another; then what was asked for is done.
 */
export function SignInsList({ signIns, hasPhone }: { signIns: SignInRow[]; hasPhone: boolean }) {
  const t = useTranslations('settings.security');
  const router = useRouter();
  const toast = useToast();
  const { busy, problem, send, rest } = useSend();
  const [asking, setAsking] = useState(false);
  const asked = useRef<() => void>(() => undefined);
  const act = (work: () => Promise<void>) => () => {
    asked.current = work;
    void work();
  };

  const end = async ({ id, device }: SignInRow) => {
    const answer = await send(`/api/auth/sign-ins/${id}`, { method: 'DELETE' });
    if (!answer) return;
    rest();
    toast(t('ended', { device }));
    router.refresh();
  };
  const endOthers = async () => {
    const answer = await send<{ ended: number }>('/api/auth/sign-ins/end-others', { body: {} });
    if (!answer) return;
    rest();
    toast(t('endedOthers', { count: answer.data.ended }));
    router.refresh();
  };
  return (
    <div className="grid gap-4" aria-busy={busy}>
      {problem?.code === 'sign_in_stale' ? (
        <ProveAgain problem={problem} hasPhone={hasPhone} onDone={() => asked.current()} />
      ) : (
        <FormProblem problem={problem} />
      )}
      <ul className="border-t border-line lg:-mt-3 lg:border-0">
        {signIns.map((row) => (
          <SignInLine key={row.id} row={row} onEnd={act(() => end(row))} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {signIns.length > 1 && <Button onClick={act(endOthers)}>{t('endOthers')}</Button>}
        <Button tone="danger" onClick={() => setAsking(true)}>
          {t('everywhere')}
        </Button>
      </div>
      {asking && <EverywhereDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

function SignInLine({ row, onEnd }: { row: SignInRow; onEnd: () => void }) {
  const t = useTranslations('settings.security');
  const Icon = row.isPhone ? Smartphone : Laptop;
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line py-2">
      <Icon size={16} strokeWidth={1.6} aria-hidden className="shrink-0 text-ink-2" />
      <div className="min-w-0 grow">
        <p>
          <span className="font-medium">{row.device}</span>
          {row.isCurrent && <span className="text-ink-2"> · {t('thisOne')}</span>}
        </p>
        <p className="text-label text-ink-3">
          <span title={row.seenAt}>{row.seen}</span> · {row.since}
        </p>
      </div>
      {!row.isCurrent && (
        <Button
          size="bar"
          className="max-md:h-11"
          aria-label={t('endName', { device: row.device })}
          onClick={onEnd}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}
