import type { KioskEvent, KioskState, Talk, Turn, View } from './types';

/** Two turns are enough to follow; more would show a stranger what was said before. */
const lastTwo = (turns: Turn[]) => turns.slice(-2);

/** How a conversation begins that somebody has agreed to. */
export function talkMode(state: KioskState, { textOnly }: Extract<View, { name: 'consent' }>): Talk['mode'] {
  const { voice, push_to_talk } = state.home?.kiosk.settings ?? { voice: false, push_to_talk: false };
  if (textOnly || !voice) return 'text';
  return push_to_talk ? 'push_to_talk' : 'voice';
}

/** The conversation's first screen: JARVIS has spoken, the member has not. */
export function startTalk(
  state: KioskState,
  view: Extract<View, { name: 'consent' }>,
  { conversation, isLoud }: Extract<KioskEvent, { type: 'started' }>,
): KioskState {
  const { greeting } = conversation;
  const { talk, analyse, remember } = view.answers;
  const settings = talkMode(state, view);
  const isForNoise = settings === 'voice' && isLoud;
  const mode = isForNoise ? 'push_to_talk' : settings;
  return {
    ...state,
    language: conversation.language,
    view: {
      name: 'conversation',
      talk: {
        conversationId: conversation.conversation_id,
        mode,
        fault: isForNoise ? 'noise' : null,
        faultSeq: 0,
        voice: mode === 'text' ? 'off' : 'connecting',
        isMuted: mode === 'push_to_talk',
        signs: 0,
        isLeaving: false,
        notice: null,
        known: [],
        firstName: view.scan.first_name,
        expiresAt: conversation.expires_at,
        answers: { talk: talk === true, analyse: analyse === true, remember: remember === true },
        texts: view.scan.consent_texts,
        turns: [{ by: 'jarvis', text: greeting.text }],
        chips: greeting.payload.chips,
        card: greeting.payload.card,
        seq: 0,
        phase: 'ready',
        sent: '',
        draft: '',
        panel: 'none',
        asks: false,
      },
    },
  };
}

/** What changes inside an open conversation; pure. */
export function reduceTalk(state: KioskState, talk: Talk, event: KioskEvent): KioskState {
  const change = (next: Partial<Talk>): KioskState => ({
    ...state,
    view: { name: 'conversation', talk: { ...talk, ...next } },
  });
  switch (event.type) {
    case 'drafted':
      return change({ draft: event.draft, asks: false });
    case 'panelOpened':
      return change({ panel: event.panel, asks: false });
    case 'said':
      if (talk.phase !== 'ready' || !event.text.trim()) return state;
      return change({
        turns: lastTwo([...talk.turns, { by: 'member', text: event.shown }]),
        chips: [],
        card: null,
        seq: talk.seq + 1,
        phase: 'thinking',
        sent: event.text,
        draft: '',
        panel: 'none',
        asks: false,
      });
    case 'replied':
      return event.seq === talk.seq ? replied(state, talk, event.reply) : state;
    case 'sayFailed':
      return event.seq === talk.seq ? sayFailed(state, talk, event.code) : state;
    case 'sayRetried':
      return change({ phase: 'thinking' });
    case 'choiceSaved':
      if (event.closed) {
        return {
          ...state,
          view: { name: 'goodbye', firstName: talk.firstName, reason: 'no_talk', scan: null },
        };
      }
      return change({ answers: event.answers });
    case 'choiceFailed':
      return over(state, talk, event.code) ?? state;
    case 'voiced':
      return change(event.change(talk));
    case 'wentQuiet':
      return change({ asks: true });
    case 'stillHere':
      return change({ asks: false });
    default:
      return state;
  }
}

function replied(
  state: KioskState,
  talk: Talk,
  reply: Extract<KioskEvent, { type: 'replied' }>['reply'],
): KioskState {
  const { chips, card, ends, language } = reply.payload;
  return {
    ...state,
    language,
    view: {
      name: 'conversation',
      talk: {
        ...talk,
        turns: lastTwo([...talk.turns, { by: 'jarvis', text: reply.text }]),
        chips,
        card,
        phase: ends ? 'ending' : 'ready',
      },
    },
  };
}

function sayFailed(state: KioskState, talk: Talk, code: string): KioskState {
  return (
    over(state, talk, code) ?? {
      ...state,
      view: { name: 'conversation', talk: { ...talk, phase: 'failed' } },
    }
  );
}

/** The screen after a refusal that ends the conversation; null where it can go on. */
function over(state: KioskState, talk: Talk, code: string): KioskState | null {
  if (code === 'kiosk_revoked' || code === 'kiosk_not_paired') {
    return { ...state, person: state.person + 1, view: { name: 'revoked' } };
  }
  if (!['conversation_closed', 'conversation_expired', 'no_conversation'].includes(code)) return null;
  return { ...state, view: { name: 'goodbye', firstName: talk.firstName, reason: 'expired', scan: null } };
}
