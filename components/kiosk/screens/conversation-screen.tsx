'use client';

import { RotateCcw } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { OnScreenKeyboard } from '../keyboard/on-screen-keyboard';
import type { KioskEvent, Purpose, Talk } from '../machine/types';
import { KioskButton } from '../parts/button';
import { iconSize } from '../parts/dock';
import { Headline } from '../parts/headline';
import { useText } from '../parts/kiosk-text';
import { Captions } from './captions';
import { Choices } from './choices';
import { ChoicesButton } from './choices-button';
import { ClassCard } from './class-card';
import { QuestionField } from './question-field';

const longestText = 500;

/** The conversation by touch and text: two turns, what can be asked, a card, the keyboard. */
export function ConversationScreen({
  talk,
  timezone,
  canTalk,
  isUp,
  dispatch,
  onSay,
  onSayAgain,
  onChoice,
}: {
  talk: Talk;
  timezone: string;
  /** This kiosk speaks, so what was agreed to has its button here instead of in the dock. */
  canTalk: boolean;
  /** The network is there. */
  isUp: boolean;
  dispatch: (event: KioskEvent) => void;
  onSay: (text: string, shown?: string) => void;
  onSayAgain: () => void;
  onChoice: (purpose: Purpose, granted: boolean) => void;
}) {
  useTypingOpensKeyboard(talk, dispatch);
  if (talk.asks) return <StillThere onHere={() => dispatch({ type: 'stillHere' })} />;
  if (talk.panel === 'choices') return <ChoicesPanel talk={talk} onChoice={onChoice} />;
  const isTyping = talk.panel === 'keyboard';
  const isAloud = talk.mode !== 'text';
  const draft = (text: string) => dispatch({ type: 'drafted', draft: text });
  return (
    <>
      <Captions talk={talk} look={isTyping ? 'compact' : isAloud && !talk.card ? 'low' : 'high'} />
      {talk.phase === 'failed' && <FailedTurn isUp={isUp} onAgain={onSayAgain} />}
      {talk.phase === 'ready' &&
        (talk.card && !isTyping ? (
          <ClassCard
            card={talk.card}
            chips={talk.chips}
            timezone={timezone}
            onSay={onSay}
            onWrite={() => dispatch({ type: 'panelOpened', panel: 'keyboard' })}
          />
        ) : (
          <>
            {!isTyping && <Suggestions talk={talk} isAloud={isAloud} onSay={onSay} />}
            {!isTyping && !isAloud && canTalk && (
              <ChoicesButton
                isReady
                look="square"
                onToggle={() => dispatch({ type: 'panelOpened', panel: 'choices' })}
              />
            )}
            {(isTyping || !isAloud) && (
              <QuestionField
                draft={talk.draft}
                limit={longestText}
                isOpen={isTyping}
                isNarrow={canTalk}
                onDraft={draft}
                onSend={() => onSay(talk.draft)}
                onToggle={() => dispatch({ type: 'panelOpened', panel: isTyping ? 'none' : 'keyboard' })}
              />
            )}
            {isTyping && (
              <OnScreenKeyboard
                text={talk.draft}
                limit={longestText}
                onText={draft}
                onSend={() => onSay(talk.draft)}
              />
            )}
          </>
        ))}
    </>
  );
}

/** A real keyboard works without touching the screen first. */
function useTypingOpensKeyboard(talk: Talk, dispatch: (event: KioskEvent) => void): void {
  const typed = useEffectEvent((event: KeyboardEvent) => {
    const isSign = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    if (!isSign || talk.phase !== 'ready' || talk.panel !== 'none') return;
    event.preventDefault();
    dispatch({ type: 'panelOpened', panel: 'keyboard' });
    dispatch({ type: 'drafted', draft: talk.draft + event.key });
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => typed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Beside the voices four suggestions are enough. */
const mostAloud = 4;

function Suggestions({
  talk,
  isAloud,
  onSay,
}: {
  talk: Talk;
  isAloud: boolean;
  onSay: (text: string, shown?: string) => void;
}) {
  const t = useText();
  const chips = isAloud ? talk.chips.slice(0, mostAloud) : talk.chips;
  return (
    <fieldset
      aria-label={t('talk.suggestions')}
      className={`absolute inset-x-16 grid animate-rise grid-cols-2 gap-4 ${isAloud ? 'bottom-80' : 'bottom-113'}`}
    >
      {chips.map(({ label, say }) => (
        <KioskButton
          key={label}
          look="chip"
          className="last:odd:col-span-2"
          onClick={() => onSay(say, label)}
        >
          {label}
        </KioskButton>
      ))}
    </fieldset>
  );
}

function FailedTurn({ isUp, onAgain }: { isUp: boolean; onAgain: () => void }) {
  const t = useText();
  return (
    <div role="alert" className="absolute inset-x-16 top-330 grid animate-rise gap-8">
      <p className="text-kiosk-lead text-ink-2">{t(isUp ? 'talk.failed' : 'talk.waits')}</p>
      <KioskButton look="wide" onClick={onAgain}>
        <RotateCcw aria-hidden size={iconSize} strokeWidth={1.6} />
        {t('talk.sendAgain')}
      </KioskButton>
    </div>
  );
}

function StillThere({ onHere }: { onHere: () => void }) {
  const t = useText();
  return (
    <section role="alert" className="absolute inset-x-16 top-205 animate-rise">
      <Headline text={t('talk.there')} />
      <p className="mt-9 text-past text-ink-2">{t('talk.thereDetail')}</p>
      <KioskButton look="wide" className="mt-14" onClick={onHere}>
        {t('talk.stillHere')}
      </KioskButton>
    </section>
  );
}

function ChoicesPanel({
  talk,
  onChoice,
}: {
  talk: Talk;
  onChoice: (purpose: Purpose, granted: boolean) => void;
}) {
  const t = useText();
  return (
    <section className="absolute inset-x-16 top-145 animate-rise">
      <Headline text={t('consent.choicesTitle')} />
      <p className="mt-5 mb-10 text-kiosk-lead text-ink-2">{t('consent.choicesLead')}</p>
      <Choices answers={talk.answers} texts={talk.texts} textOnly onAnswer={onChoice} />
    </section>
  );
}
