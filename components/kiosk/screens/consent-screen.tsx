'use client';

import { Check, MessageSquareText } from 'lucide-react';
import type { Purpose, View } from '../machine/types';
import { KioskButton } from '../parts/button';
import { iconSize } from '../parts/dock';
import { Headline } from '../parts/headline';
import { useText } from '../parts/kiosk-text';
import { Choices } from './choices';

/** The greeting and the three questions before anything is said (rule P1). */
export function ConsentScreen({
  view,
  onAnswer,
  onTextOnly,
}: {
  view: Extract<View, { name: 'consent' }>;
  onAnswer: (purpose: Purpose, granted: boolean) => void;
  onTextOnly: () => void;
}) {
  const t = useText();
  const { answers, scan, textOnly } = view;
  const left = Object.values(answers).filter((answer) => answer === null).length;
  const isVisitor = scan.outcome === 'visitor';
  const lead = textOnly ? 'consent.leadText' : isVisitor ? 'consent.leadVisitor' : 'consent.lead';
  return (
    <section className="absolute inset-x-16 top-125 animate-rise">
      <Headline text={t('consent.hello', { name: scan.first_name })} size="greeting" />
      <p className="mt-5 h-29 text-kiosk-lead text-ink-2">{t(lead)}</p>
      <div className="mt-5.5">
        <Choices answers={answers} texts={scan.consent_texts} textOnly={textOnly} onAnswer={onAnswer} />
      </div>
      <p aria-live="polite" className="mt-5 h-21 text-help text-ink-2">
        {answers.talk === false ? t('consent.noTalk') : t('consent.left', { count: left })}
      </p>
      <KioskButton look="wide" className="mt-9" aria-pressed={textOnly} onClick={onTextOnly}>
        {textOnly ? (
          <Check aria-hidden size={iconSize} strokeWidth={1.6} />
        ) : (
          <MessageSquareText aria-hidden size={iconSize} strokeWidth={1.6} />
        )}
        {t(textOnly ? 'consent.withVoice' : 'consent.withoutVoice')}
      </KioskButton>
    </section>
  );
}
