'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormProblem, isAtFault } from './form-problem';
import { useSend } from './use-send';

const DIGITS = 6;

/**
 * The six digits of an authenticator app; sends itself when they are complete, typed or pasted in any grouping.
 * @param path takes `{code}`
 * @param onDone is called with the route's answer; the form stays busy unless it answers `rest`
 */
export function CodeForm<T>({
  path,
  method = 'POST',
  label,
  submit,
  tone = 'accent',
  size = 'normal',
  onDone,
  children,
}: {
  path: `/api/${string}`;
  method?: 'POST' | 'DELETE';
  label: string;
  submit: string;
  tone?: 'accent' | 'danger';
  size?: 'normal' | 'large';
  onDone: (data: T) => void;
  /** Beside the button, such as a way back. */
  children?: ReactNode;
}) {
  const t = useTranslations('auth');
  const { busy, problem, send } = useSend();
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const isWrong = problem?.code === 'mfa_code_wrong' || isAtFault(problem, 'code');

  const confirm = async (digits: string) => {
    const answer = await send<T>(path, { method, body: { code: digits } });
    if (answer) return onDone(answer.data);
    setCode('');
    input.current?.focus();
  };
  const type = (event: ChangeEvent<HTMLInputElement>) => {
    if (busy) return;
    const digits = event.target.value.replaceAll(/\D/g, '').slice(0, DIGITS);
    setCode(digits);
    if (digits.length === DIGITS && digits !== code) void confirm(digits);
  };
  const press = (event: FormEvent) => {
    event.preventDefault();
    void confirm(code);
  };
  return (
    <form onSubmit={press} className="grid gap-5" noValidate aria-busy={busy}>
      <FormProblem problem={problem} focus={false} />
      <Field
        ref={input}
        id="code"
        name="code"
        look="code"
        label={label}
        help={t('code.help')}
        error={isWrong ? t('invalid.code') : undefined}
        value={code}
        onChange={type}
        readOnly={busy}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]*"
        enterKeyHint="done"
        data-autofocus
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has this one field
        autoFocus
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone={tone} size={size} aria-disabled={busy}>
          {busy ? t('code.busy') : submit}
        </Button>
        {children}
      </div>
    </form>
  );
}
