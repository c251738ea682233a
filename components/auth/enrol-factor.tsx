'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { LoadingSpinner } from '@/components/common/loading-spinner';
import { Button } from '@/components/ui/button';
import { CodeForm } from './code-form';
import { CopyButton } from './copy-button';
import { FormProblem } from './form-problem';
import { ProveAgain } from './prove-again';
import { useSend } from './use-send';

interface Enrolment {
  id: string;
  qr: string;
  secret: string;
  uri: string;
}

const QR_SIZE = 176;

/** A key as people copy it by hand: groups of four. */
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/**
 * Adds an authenticator app: the square, the same as a key, and the first code.
 * A sign-in of some time ago proves itself anew before: by the phone there is, or by signing in again.
 * @param onDone gets the ten recovery codes that come with a first factor, none with another
 */
export function EnrolFactor({
  hasPhone = false,
  onDone,
}: {
  hasPhone?: boolean;
  onDone: (codes: string[]) => void;
}) {
  const t = useTranslations('auth.enrol');
  const { problem, send, rest } = useSend();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const asked = useRef(false);

  const begin = useCallback(async () => {
    setEnrolment(null);
    const answer = await send<Enrolment>('/api/auth/factors', { body: {} });
    rest();
    if (answer) setEnrolment(answer.data);
  }, [send, rest]);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void begin();
  }, [begin]);

  if (problem?.code === 'sign_in_stale')
    return <ProveAgain problem={problem} hasPhone={hasPhone} onDone={begin} />;
  if (problem)
    return (
      <div className="grid justify-items-start gap-4">
        <FormProblem problem={problem} />
        <Button onClick={begin}>{t('again')}</Button>
      </div>
    );
  return (
    <ol className="grid gap-6">
      <li className="grid gap-3">
        <Step number={1} title={t('scan')} help={t('scanHelp')} />
        <div className="flex flex-wrap items-start gap-5">
          <span className="grid size-51 shrink-0 place-items-center rounded-lg border border-line bg-paper">
            {enrolment ? (
              // oxlint-disable-next-line nextjs/no-img-element -- a data: address has nothing to optimise
              <img src={enrolment.qr} alt={t('qr')} width={QR_SIZE} height={QR_SIZE} />
            ) : (
              <LoadingSpinner label={t('busy')} />
            )}
          </span>
          <div className="grid min-w-0 flex-1 basis-40 content-start gap-2">
            <p className="text-label font-medium">{t('manual')}</p>
            <p className="min-h-10 leading-relaxed break-words text-ink-2 select-all">
              {enrolment && grouped(enrolment.secret)}
            </p>
            {enrolment && (
              <>
                <CopyButton text={enrolment.secret} label={t('copy')} done={t('copied')} />
                <a href={enrolment.uri} className="link py-2 text-label md:hidden">
                  {t('open')}
                </a>
              </>
            )}
          </div>
        </div>
      </li>
      <li className="grid gap-3">
        <Step number={2} title={t('type')} />
        <div className="pl-8">
          <FirstCode enrolment={enrolment} onDone={onDone} />
        </div>
      </li>
    </ol>
  );
}

function FirstCode({
  enrolment,
  onDone,
}: {
  enrolment: Enrolment | null;
  onDone: (codes: string[]) => void;
}) {
  const t = useTranslations('auth');
  if (!enrolment) return <div className="h-34" />;
  return (
    <CodeForm<{ recovery_codes: string[] }>
      path={`/api/auth/factors/${enrolment.id}`}
      label={t('code.label')}
      submit={t('enrol.submit')}
      onDone={({ recovery_codes }) => onDone(recovery_codes)}
    />
  );
}

function Step({ number, title, help }: { number: number; title: string; help?: string }) {
  return (
    <div className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 gap-y-1">
      <span
        aria-hidden
        className="grid size-5 place-items-center rounded-full bg-selected text-small font-medium"
      >
        {number}
      </span>
      <p className="font-medium">{title}</p>
      {help && <p className="col-start-2 text-ink-2">{help}</p>}
    </div>
  );
}
