'use client';

import { Check, DoorOpen, MessageSquareText } from 'lucide-react';
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
  onEnter,
}: {
  view: Extract<View, { name: 'consent' }>;
  onAnswer: (purpose: Purpose, granted: boolean) => void;
  onTextOnly: () => void;
  /** Somebody only wants to get in. */
  onEnter: () => void;
}) {
  const t = useText();
  const { answers, scan, textOnly } = view;
  const left = Object.values(answers).filter((answer) => answer === null).length;
  const isVisitor = scan.outcome === 'visitor';
  const lead = textOnly ? 'consent.leadText' : isVisitor ? 'consent.leadVisitor' : 'consent.lead';
  return (
    <section className="absolute inset-x-16 top-125 animate-rise">
      <Headline text={t('consent.hello', { name: scan.first_name })} size="greeting" />
      <p className="mt-5 h-29 text-kiosk-lead text-ink-2 wide:mt-3 wide:h-25 wide:leading-[1.2]">{t(lead)}</p>
      <div className="mt-5.5 wide:mt-4">
        <Choices answers={answers} texts={scan.consent_texts} textOnly={textOnly} onAnswer={onAnswer} />
      </div>
      <p
        aria-live="polite"
        className="mt-5 h-21 text-help text-ink-2 wide:absolute wide:bottom-0 wide:-left-[52.5rem] wide:mt-0 wide:w-[49.5rem] wide:text-center wide:text-balance"
      >
        {answers.talk === false ? t('consent.noTalk') : t('consent.left', { count: left })}
      </p>
      <div className="mt-9 flex gap-4 *:flex-auto wide:mt-5">
        <KioskButton look="dock" aria-pressed={textOnly} onClick={onTextOnly}>
          {textOnly ? (
            <Check aria-hidden size={iconSize} strokeWidth={1.6} />
          ) : (
            <MessageSquareText aria-hidden size={iconSize} strokeWidth={1.6} />
          )}
          {t(textOnly ? 'consent.withVoice' : 'consent.withoutVoice')}
        </KioskButton>
        <KioskButton look="dock" onClick={onEnter}>
          <DoorOpen aria-hidden size={iconSize} strokeWidth={1.5} />
          {t('consent.enter')}
        </KioskButton>
      </div>
    </section>
  );
}
