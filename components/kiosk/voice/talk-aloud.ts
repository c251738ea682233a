import type { VoiceEvent } from '@/lib/voice/adapter/types';
import type { ClassCard, Locale, Talk, Turn, VoiceFault } from '../machine/types';
import { classAskedBack } from './asked-back';
import { isGoodbye } from './goodbye';

const lastTwo = (turns: Turn[]) => turns.slice(-2);
const isEmpty = ({ text, open = '' }: Turn) => !text && !open;

/** The turns with the one of this name changed; it is added at the end when it is new. */
function withTurn(turns: Turn[], id: string, by: Turn['by'], change: (turn: Turn) => Turn): Turn[] {
  if (turns.some((turn) => turn.id === id)) {
    return turns.map((turn) => (turn.id === id ? change(turn) : turn));
  }
  const said = turns.filter((turn) => !isEmpty(turn));
  return lastTwo([...said, change({ by, text: '', open: '', id })]);
}

/** The greeting stands there before it is heard, so its words do not come a second time. */
const isReadOut = ({ turns }: Talk, { itemId, words }: { itemId: string; words: string }): boolean => {
  const [first, ...others] = turns;
  if (others.length > 0 || first?.by !== 'jarvis' || first.open !== undefined) return false;
  return first.id === itemId || (first.id === undefined && first.text.startsWith(words.trim()));
};

/** More words at the end; the ones before them are settled. */
const append = (words: string) => (turn: Turn) => ({
  ...turn,
  text: turn.text + (turn.open ?? ''),
  open: words,
});
const settle =
  (text: string) =>
  ({ by, id }: Turn): Turn => ({ by, text, ...(id !== undefined && { id }) });

const cardOf = (talk: Talk, id: string, language: Locale): ClassCard | null => {
  const turn = talk.turns.find((one) => one.id === id);
  return turn ? classAskedBack(turn.text + (turn.open ?? ''), talk.known, language) : null;
};

/** What a conversation looks like after something was heard; pure. */
export function hearTalk(talk: Talk, event: VoiceEvent, language: Locale): Talk {
  const alive = { ...talk, signs: talk.signs + 1, asks: false };
  switch (event.type) {
    case 'memberStarted':
      return {
        ...alive,
        voice: 'listening',
        notice: null,
        phase: 'ready',
        turns: withTurn(talk.turns, event.itemId, 'member', (turn) => turn),
      };
    case 'memberStopped':
      return { ...alive, voice: 'thinking' };
    case 'memberWords':
      return { ...alive, turns: withTurn(talk.turns, event.itemId, 'member', append(event.words)) };
    case 'memberSaid':
      return memberSaid(talk, event, language);
    case 'answering':
      return talk.voice === 'speaking' ? alive : { ...alive, voice: 'thinking' };
    case 'jarvisWords': {
      if (isReadOut(talk, event))
        return { ...alive, turns: talk.turns.map((turn) => ({ ...turn, id: event.itemId })) };
      const turns = withTurn(talk.turns, event.itemId, 'jarvis', append(event.words));
      return { ...alive, turns, notice: null, card: cardOf({ ...talk, turns }, event.itemId, language) };
    }
    case 'jarvisSaid': {
      const turns = talk.turns.map((turn) =>
        turn.id === event.itemId && turn.open !== undefined ? settle(event.text)(turn) : turn,
      );
      return { ...alive, turns };
    }
    case 'sound':
      if (event.isOn) return { ...alive, voice: 'speaking' };
      return { ...alive, voice: 'listening', phase: talk.isLeaving ? 'ending' : talk.phase };
    case 'tool':
      return { ...alive, known: classesIn(event) ?? talk.known };
    case 'stumbled':
      return { ...alive, voice: 'listening', notice: event.reason === 'rate_limited' ? 'busy' : 'repeat' };
    default:
      return talk;
  }
}

function memberSaid(talk: Talk, event: Extract<VoiceEvent, { type: 'memberSaid' }>, language: Locale): Talk {
  const turns = talk.turns.some((turn) => turn.id === event.itemId)
    ? withTurn(talk.turns, event.itemId, 'member', settle(event.text))
    : talk.turns;
  const isLeaving = isGoodbye(event.text, language);
  const isOver = isLeaving && talk.voice === 'listening';
  return { ...talk, turns, isLeaving, phase: isOver ? 'ending' : talk.phase };
}

/** Words that the member typed or touched. */
export const sayTalk = (talk: Talk, id: string, text: string, shown: string, language: Locale): Talk => ({
  ...talk,
  turns: withTurn(talk.turns, id, 'member', settle(shown)),
  voice: 'thinking',
  signs: talk.signs + 1,
  isLeaving: isGoodbye(text, language),
  notice: null,
  card: null,
  draft: '',
  panel: 'none',
  asks: false,
});

/** One step down: the conversation goes on without what is broken. */
export const stepDown = (talk: Talk, mode: Talk['mode'], fault: VoiceFault | null): Talk => ({
  ...talk,
  mode,
  fault,
  faultSeq: talk.seq,
  isMuted: mode === 'push_to_talk',
  voice: mode === 'text' ? 'off' : talk.voice,
  turns: talk.turns
    .map((turn) => settle(turn.text + (turn.open ?? ''))(turn))
    .filter((turn) => !isEmpty(turn)),
  card: null,
  notice: null,
  phase: 'ready',
});

/** The spoken side begins, or begins again. */
export const stepUp = (talk: Talk, mode: 'voice' | 'push_to_talk', fault: 'noise' | null): Talk => ({
  ...talk,
  mode,
  fault,
  voice: 'connecting',
  isMuted: mode === 'push_to_talk',
  card: null,
  panel: 'none',
});

type Outcome = { ok?: boolean; result?: { classes?: Talk['known'] } };

const classesIn = ({ name, outcome }: Extract<VoiceEvent, { type: 'tool' }>): Talk['known'] | null =>
  name === 'get_class_schedule' ? ((outcome as Outcome).result?.classes ?? null) : null;
