'use client';

import { Check } from 'lucide-react';
import { useId } from 'react';
import type { Answers, ConsentTexts, Purpose } from '../machine/types';
import { KioskButton } from '../parts/button';
import { useSpeech, useText } from '../parts/kiosk-text';

const purposes = ['talk', 'analyse', 'remember'] as const;

/** The three questions, yes and no alike in everything; each can be changed at any time. */
export function Choices({
  answers,
  texts,
  textOnly,
  onAnswer,
}: {
  answers: Answers;
  texts: ConsentTexts;
  textOnly: boolean;
  onAnswer: (purpose: Purpose, granted: boolean) => void;
}) {
  const { language } = useSpeech();
  return (
    <div className="border-b border-line">
      {purposes.map((purpose) => (
        <Question
          key={purpose}
          wording={purpose === 'talk' && textOnly ? 'write' : purpose}
          own={texts[purpose]?.[language]}
          answer={answers[purpose]}
          onAnswer={(granted) => onAnswer(purpose, granted)}
        />
      ))}
    </div>
  );
}

function Question({
  wording,
  own,
  answer,
  onAnswer,
}: {
  wording: Purpose | 'write';
  /** The gym's own text below the question. */
  own: string | undefined;
  answer: boolean | null;
  onAnswer: (granted: boolean) => void;
}) {
  const t = useText();
  const id = useId();
  return (
    <fieldset
      aria-labelledby={id}
      className="flex h-49 wide:h-37 items-center justify-between gap-6 border-t border-line"
    >
      <div>
        <h2 id={id} className="text-question whitespace-nowrap">
          {t(`consent.${wording}.question`)}
        </h2>
        <p className="mt-1 max-w-150 text-help text-ink-2 text-pretty">
          {own ?? t(`consent.${wording}.help`)}
        </p>
      </div>
      <div className="flex gap-4">
        {[true, false].map((granted) => (
          <KioskButton
            key={String(granted)}
            look="choice"
            aria-pressed={answer === granted}
            onClick={() => onAnswer(granted)}
          >
            {answer === granted && <Check aria-hidden size="2rem" strokeWidth={1.6} />}
            {t(granted ? 'consent.yes' : 'consent.no')}
          </KioskButton>
        ))}
      </div>
    </fieldset>
  );
}
