'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { AuthColumns } from './auth-columns';
import { Captcha } from './captcha';
import { FormProblem, isAtFault } from './form-problem';
import { useSend } from './use-send';

/** Asks for a mail with a link to a new password. What it says afterwards is the same for every address. */
export function ResetForm({ lead, siteKey }: { lead: string; siteKey: string | null }) {
  const t = useTranslations('auth');
  const { busy, problem, send, rest } = useSend();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const locale = useLocale();
  const [captcha, setCaptcha] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('email'));
    const answer = await send('/api/auth/reset', { body: { email: typed, captcha: captcha ?? undefined } });
    setCaptcha(null);
    if (!answer) return;
    rest();
    setEmail(typed);
    setSent(true);
  };
  if (sent) return <Sent email={email} onBack={() => setSent(false)} />;
  return (
    <AuthColumns title={t('reset.title')} lead={lead}>
      <form onSubmit={submit} className="grid gap-5" noValidate aria-busy={busy}>
        <FormProblem problem={problem} labels={{ email: t('reset.email') }} />
        <Field
          id="email"
          label={t('reset.email')}
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          defaultValue={email}
          required
          error={isAtFault(problem, 'email') ? t('invalid.email') : undefined}
        />
        <Captcha key={problem?.request_id} siteKey={siteKey} locale={locale} onAnswer={setCaptcha} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" tone="accent" size="large" aria-disabled={busy}>
            {busy ? t('reset.busy') : t('reset.submit')}
          </Button>
          <Link href="/login" className="link py-2">
            {t('frame.signIn')}
          </Link>
        </div>
      </form>
    </AuthColumns>
  );
}

function Sent({ email, onBack }: { email: string; onBack: () => void }) {
  const t = useTranslations('auth');
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <AuthColumns title={t('reset.sentTitle')} lead={t('reset.sentLead', { email })}>
      <div ref={said} tabIndex={-1} className="grid justify-items-start gap-5 outline-none">
        <p>{t('reset.sentHelp')}</p>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button onClick={onBack}>{t('reset.otherAddress')}</Button>
          <Link href="/login" className="link py-2">
            {t('frame.signIn')}
          </Link>
        </div>
      </div>
    </AuthColumns>
  );
}
