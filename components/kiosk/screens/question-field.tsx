'use client';

import { Keyboard, KeyboardOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../parts/kiosk-text';

/** Where the member writes; touching it opens the kiosk's own keyboard, a real one works as well. */
export function QuestionField({
  draft,
  limit,
  isOpen,
  isNarrow,
  onDraft,
  onSend,
  onToggle,
}: {
  draft: string;
  limit: number;
  isOpen: boolean;
  /** Leaves room for a button on its right. */
  isNarrow: boolean;
  onDraft: (text: string) => void;
  onSend: () => void;
  onToggle: () => void;
}) {
  const t = useText();
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = ref.current;
    if (!isOpen || !field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, [isOpen]);
  return (
    <form
      className={`absolute left-16 flex h-30 items-center rounded-[1.25rem] border-2 bg-graphite-0 ${isOpen ? 'top-240 border-ink' : 'top-374 border-line-strong'} ${isNarrow && !isOpen ? 'right-50 wide:mr-34' : 'right-16'}`}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <input
        ref={ref}
        value={draft}
        maxLength={limit}
        inputMode="none"
        autoComplete="off"
        enterKeyHint="send"
        aria-label={t('talk.write')}
        placeholder={t(isOpen ? 'talk.example' : 'talk.write')}
        onChange={(event) => onDraft(event.target.value)}
        onPointerDown={() => {
          if (!isOpen) onToggle();
        }}
        className="h-full min-w-0 flex-1 bg-transparent pl-8 text-chip font-normal outline-none placeholder:text-ink-3"
      />
      <button
        type="button"
        aria-label={t(isOpen ? 'talk.closeKeyboard' : 'talk.openKeyboard')}
        onClick={onToggle}
        className="grid h-full w-26 shrink-0 place-items-center rounded-[1.25rem] text-ink-2"
      >
        {isOpen ? (
          <KeyboardOff aria-hidden size="2.5rem" strokeWidth={1.4} />
        ) : (
          <Keyboard aria-hidden size="2.5rem" strokeWidth={1.4} />
        )}
      </button>
    </form>
  );
}
