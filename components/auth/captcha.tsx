'use client';

import { lazy, Suspense } from 'react';

const HCaptcha = lazy(() => import('@hcaptcha/react-hcaptcha'));

/**
 * The question whether a human asks; nothing where hCaptcha is not configured. An answer is good for one request: give
 * the component a new `key` after each.
 * @param onAnswer gets the answer for the request's `captcha` field, or null when it has expired
 */
export function Captcha({
  siteKey,
  locale,
  onAnswer,
}: {
  siteKey: string | null;
  locale: string;
  onAnswer: (token: string | null) => void;
}) {
  if (!siteKey) return null;
  const forget = () => onAnswer(null);
  return (
    <Suspense>
      <HCaptcha
        sitekey={siteKey}
        languageOverride={locale}
        sentry={false}
        onVerify={onAnswer}
        onExpire={forget}
        onChalExpired={forget}
        onError={forget}
      />
    </Suspense>
  );
}
