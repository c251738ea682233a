import type { Line as Said, VoiceCall, VoiceEvent } from '@/lib/voice/adapter/types';
import { noteHealth } from '../health/health';
import type { Talk, VoiceFault } from '../machine/types';
import type { CallToken, Issued } from './ahead';
import { type Ear, openEar } from './ear';
import { shut } from './microphone';
import type { Happening } from './outbox';
import type { SessionDeps, VoiceSession } from './session-types';
import { hearTalk, sayTalk, stepDown } from './talk-aloud';

/** A dropped call is taken up again this often in a conversation. */
const mostReconnects = 1;
/** After so many answers that failed in a row the conversation is written. */
const mostStumbles = 2;
/** So many turns without a word of sense in a row are noise. */
const mostEmpty = 3;
/** Longer than this nobody waits for a first sound. */
const answerMs = 8_000;
/** An answer without a sound that is followed by nothing. */
const emptyAnswerMs = 1_500;
/** Enough for another call to know what it is about. */
const mostRemembered = 12;

const faults: Record<string, VoiceFault> = { budget_spent: 'no_budget', offline: 'network' };
const over = [
  'no_conversation',
  'conversation_closed',
  'conversation_expired',
  'kiosk_revoked',
  'kiosk_not_paired',
];

const waitAgain = (talk: Talk): Talk => (talk.voice === 'thinking' ? { ...talk, voice: 'listening' } : talk);

/** The spoken side of one conversation: its calls one after the other, and what they report. */
export function voiceSession(deps: SessionDeps): VoiceSession {
  const { change, outbox, speaker } = deps;
  const said: Said[] = [];
  let begun: { itemId: string; text: string } | null = null;
  let call: VoiceCall | null = null;
  let microphone: MediaStream | null = null;
  let ear: Ear | null = null;
  /** Counts starts and ends, so that what was begun for an earlier one is dropped. */
  let round = 0;
  let reconnects = 0;
  let stumbles = 0;
  let empty = 0;
  let mode: 'voice' | 'push_to_talk' = 'voice';
  /** JARVIS has begun to speak; a call that goes on does not greet again. */
  let isGreeted = false;
  let isListening = true;
  const first = deps.language();
  let language = first;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const report = (happening: Happening) => outbox.add(happening);
  const time = (name: 'ready' | 'first_sound' | 'barge_in', ms: number) =>
    report({ kind: 'timing', name, ms: Math.max(0, Math.round(ms)) });

  const hangUp = () => {
    round += 1;
    clearTimeout(patience);
    call?.stop();
    ear?.close();
    shut(microphone);
    speaker.srcObject = null;
    call = ear = microphone = null;
  };
  const fall = (fault: VoiceFault) => {
    hangUp();
    noteHealth({ ladder: 'text', ladderReason: fault });
    change((talk) => stepDown(talk, 'text', fault));
  };
  const refused = (code: string) => {
    if (!over.includes(code)) return fall(faults[code] ?? 'voice_down');
    hangUp();
    deps.onOver(code);
  };
  const expectAnswer = () => {
    clearTimeout(patience);
    patience = setTimeout(() => fall('voice_down'), answerMs);
  };

  const callToken = async (): Promise<CallToken> => {
    const ahead = deps.firstCall();
    if (ahead) return ahead;
    const answer = await deps.post<Issued>('/api/voice/tokens', {});
    return answer.ok ? answer.data : { refused: answer.problem.code };
  };

  const connect = async (since: number): Promise<void> => {
    const mine = (round += 1);
    const isOld = () => mine !== round;
    const stream = microphone ?? (await deps.openMicrophone());
    if (isOld()) return shut(stream);
    if (!stream) return fall('no_microphone');
    microphone = stream;
    const [token, openCall] = await Promise.all([callToken(), deps.loadCall().catch(() => null)]);
    if (isOld()) return;
    const away = () => fall(navigator.onLine ? 'voice_down' : 'network');
    if ('refused' in token) return refused(token.refused);
    if (!openCall) return away();
    try {
      const opened = await openCall({
        token: token.token,
        session: token.session,
        url: `${location.origin}/api/voice/calls`,
        microphone: stream,
        speaker,
        before: said.slice(-mostRemembered),
        useTool,
        on: (event) => {
          if (!isOld()) hear(event);
        },
      });
      if (isOld()) return opened.stop();
      call = opened;
    } catch {
      if (!isOld()) away();
      return;
    }
    ear?.close();
    ear = openEar(stream, speaker, time);
    call.listen(isListening);
    // The server's session is in the language that the conversation began with.
    if (language !== first) call.speakIn(language);
    time('ready', performance.now() - since);
    noteHealth({ ladder: mode, ladderReason: mode === 'voice' ? null : 'setting' });
    change((talk) => ({ ...talk, voice: 'listening' }));
    if (isGreeted) return;
    isGreeted = true;
    call.greet(deps.greeting);
    expectAnswer();
  };

  const useTool = async (name: string, args: Record<string, unknown>, callId: string): Promise<unknown> => {
    const answer = await deps.post<unknown>(`/api/jarvis/tools/${encodeURIComponent(name)}`, {
      tool_call_id: callId,
      arguments: args,
    });
    return answer.ok ? answer.data : { ok: false, code: answer.problem.code };
  };

  const hear = (event: VoiceEvent) => {
    ear?.note(event);
    switch (event.type) {
      case 'memberStopped':
      case 'answering':
        expectAnswer();
        break;
      case 'sound':
        clearTimeout(patience);
        if (event.isOn) stumbles = 0;
        break;
      case 'memberStarted':
        clearTimeout(patience);
        break;
      case 'memberSaid':
        if (event.text) keep({ by: 'member', text: event.text }, event.itemId);
        break;
      case 'transcribed':
        report({ kind: 'transcription', item_id: event.itemId, usage: event.usage, failed: event.failed });
        break;
      case 'jarvisWords':
        begun = {
          itemId: event.itemId,
          text: (begun?.itemId === event.itemId ? begun.text : '') + event.words,
        };
        break;
      case 'jarvisSaid':
        begun = null;
        keep({ by: 'jarvis', text: event.text }, event.itemId, event.interrupted);
        break;
      case 'answered':
        clearTimeout(patience);
        patience = setTimeout(() => change(waitAgain), emptyAnswerMs);
        if (event.usage) report({ kind: 'usage', response_id: event.responseId, usage: event.usage });
        break;
      case 'stumbled':
        clearTimeout(patience);
        stumbles += 1;
        if (stumbles >= mostStumbles) return fall('voice_down');
        break;
      case 'tool':
        if (event.name === 'call_staff' && JSON.stringify(event.outcome).includes('"called"'))
          deps.onStaffCalled();
        break;
      case 'dropped':
        return dropped();
    }
    const spoken = deps.language();
    change((talk) => hearTalk(talk, event, spoken));
    if (event.type === 'transcribed' && !event.failed) judgeNoise();
  };

  const keep = (line: Said, itemId: string, interrupted = false) => {
    // The greeting is in the conversation already; it was only read out.
    const isGreeting = line.by === 'jarvis' && line.text === deps.greeting && !said.length;
    said.push(line);
    empty = line.by === 'member' ? -1 : empty;
    if (isGreeting || !line.text) return;
    report({
      kind: 'turn',
      by: line.by,
      item_id: itemId,
      text: line.text,
      language: deps.language(),
      ...(interrupted && { interrupted: true as const }),
    });
  };

  const finish = () => {
    if (begun) keep({ by: 'jarvis', text: begun.text }, begun.itemId, true);
    begun = null;
  };

  /** Turns without words in a row: the hall is too loud, so the member holds a button to talk. */
  const judgeNoise = () => {
    empty += 1;
    if (empty < mostEmpty || mode !== 'voice') return;
    mode = 'push_to_talk';
    isListening = false;
    noteHealth({ ladder: 'push_to_talk', ladderReason: 'noise' });
    call?.listen(isListening);
    change((talk) => ({ ...stepDown(talk, 'push_to_talk', 'noise'), voice: 'listening' }));
  };

  const dropped = () => {
    finish();
    clearTimeout(patience);
    call = null;
    if (reconnects >= mostReconnects) return fall(navigator.onLine ? 'voice_down' : 'network');
    reconnects += 1;
    change((talk) => ({ ...talk, voice: 'connecting' }));
    void connect(performance.now());
  };

  return {
    start: async (wanted, since) => {
      mode = wanted;
      isListening = mode === 'voice';
      reconnects = stumbles = empty = 0;
      await connect(since);
    },
    say: (text, shown) => {
      if (!call) return false;
      const itemId = `typed_${crypto.randomUUID().slice(0, 8)}`;
      const spoken = deps.language();
      keep({ by: 'member', text }, itemId);
      change((talk) => sayTalk(talk, itemId, text, shown, spoken));
      call.say(text);
      expectAnswer();
      return true;
    },
    listen: (isOpen) => {
      isListening = isOpen;
      call?.listen(isOpen);
    },
    speakIn: (wanted) => {
      language = wanted;
      call?.speakIn(wanted);
    },
    setVolume: (volume) => {
      speaker.volume = volume;
    },
    finish,
    hangUp,
  };
}
