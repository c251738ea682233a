import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readHealth } from '@/components/kiosk/health/health';
import type { Talk } from '@/components/kiosk/machine/types';
import type { CallToken } from '@/components/kiosk/voice/ahead';
import type { Happening } from '@/components/kiosk/voice/outbox';
import type { VoiceSession } from '@/components/kiosk/voice/session-types';
import { voiceSession } from '@/components/kiosk/voice/voice-session';
import type { Answer } from '@/lib/http/api';
import type { CallOptions, VoiceCall, VoiceEvent } from '@/lib/voice/adapter/types';

vi.mock('@/components/kiosk/voice/ear', () => ({
  openEar: () => ({ note: () => undefined, close: () => undefined }),
}));

const greeting = 'Bonjour Inès.';
const token: Answer<unknown> = { ok: true, data: { token: 'ek_1', session: { type: 'realtime' } } };
const refusal = (code: string): Answer<unknown> => ({
  ok: false,
  problem: { status: 503, code, title: '', detail: '' },
});

interface Made {
  options: CallOptions;
  said: string[];
  greeted: string[];
  open: boolean[];
  isStopped: boolean;
}

/** A session whose calls are made of paper. */
function world(
  o: {
    token?: Answer<unknown>;
    /** What came with the conversation's start. */
    first?: CallToken | null;
    refuses?: number;
    microphone?: boolean;
    /** The microphone opens after it. */
    hesitation?: Promise<void>;
    loads?: boolean;
  } = {},
) {
  const calls: Made[] = [];
  const reports: Happening[] = [];
  const over: string[] = [];
  const track = { enabled: true, stop: vi.fn() };
  let refusals = o.refuses ?? 0;
  let talk = {
    mode: 'voice',
    voice: 'connecting',
    turns: [{ by: 'jarvis', text: greeting }],
    known: [],
    seq: 0,
  } as unknown as Talk;
  const session: VoiceSession = voiceSession({
    greeting,
    speaker: {} as HTMLAudioElement,
    outbox: {
      add: (happening) => reports.push(happening),
      drain: async () => 0,
      beacon: () => 0,
      close: () => {},
    },
    language: () => 'fr',
    post: async <T>(path: string) =>
      (path === '/api/voice/tokens' ? (o.token ?? token) : { ok: true, data: { ok: true } }) as Answer<T>,
    loadCall: async () => {
      if (o.loads === false) throw new Error('Failed to load chunk');
      return async (options: CallOptions): Promise<VoiceCall> => {
        if (refusals > 0) {
          refusals -= 1;
          throw new Error('refused');
        }
        const made: Made = { options, said: [], greeted: [], open: [], isStopped: false };
        calls.push(made);
        return {
          say: (text) => made.said.push(text),
          greet: (text) => made.greeted.push(text),
          speakIn: () => undefined,
          listen: (isOpen) => made.open.push(isOpen),
          interrupt: () => undefined,
          stop: () => {
            made.isStopped = true;
          },
        };
      };
    },
    openMicrophone: async () => {
      await o.hesitation;
      if (o.microphone === false) return null;
      return { getTracks: () => [track], getAudioTracks: () => [track] } as unknown as MediaStream;
    },
    firstCall: () => {
      const { first = null } = o;
      o.first = null;
      return first;
    },
    change: (change) => {
      talk = change(talk);
    },
    onStaffCalled: () => undefined,
    onOver: (code) => over.push(code),
  });
  const last = () => {
    const made = calls.at(-1);
    if (!made) throw new Error('no call');
    return made;
  };
  const hear = (...events: VoiceEvent[]) => {
    for (const event of events) last().options.on(event);
  };
  return { session, calls, reports, over, track, hear, last, talk: () => talk };
}

const said = (itemId: string, text: string): VoiceEvent[] => [
  { type: 'memberSaid', itemId, text },
  { type: 'transcribed', itemId, usage: null, failed: false },
];

beforeEach(() => {
  vi.stubGlobal('location', { origin: 'http://localhost' });
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a spoken conversation', () => {
  it('greets once it is connected, and reports each turn but the greeting', async () => {
    const { session, last, hear, reports, talk } = world();
    await session.start('voice', 0);
    expect(last().greeted).toEqual([greeting]);
    expect(talk().voice).toBe('listening');
    hear(
      { type: 'jarvisSaid', itemId: 'g', text: greeting, interrupted: false },
      ...said('m', 'yoga ?'),
      { type: 'answered', responseId: 'r', usage: { total_tokens: 1 } },
      { type: 'jarvisSaid', itemId: 'j', text: 'À 18 h 30', interrupted: true },
    );
    expect(reports.filter(({ kind }) => kind !== 'timing')).toEqual([
      { kind: 'turn', by: 'member', item_id: 'm', text: 'yoga ?', language: 'fr' },
      { kind: 'transcription', item_id: 'm', usage: null, failed: false },
      { kind: 'usage', response_id: 'r', usage: { total_tokens: 1 } },
      { kind: 'turn', by: 'jarvis', item_id: 'j', text: 'À 18 h 30', language: 'fr', interrupted: true },
    ]);
    expect(readHealth()).toMatchObject({ ladder: 'voice', ladderReason: null });
    session.hangUp();
  });

  it('takes a dropped call up again once, tells it what was said, then writes', async () => {
    const { session, calls, hear, talk, last, track, reports } = world();
    await session.start('voice', 0);
    hear(...said('m', 'yoga ?'), { type: 'jarvisWords', itemId: 'j', words: 'Oui' }, { type: 'dropped' });
    await expect.poll(() => calls.length).toBe(2);
    expect(last().options.before).toEqual([
      { by: 'member', text: 'yoga ?' },
      { by: 'jarvis', text: 'Oui' },
    ]);
    expect(reports.at(-1)).toMatchObject({ kind: 'timing', name: 'ready' });
    expect(reports).toContainEqual(expect.objectContaining({ by: 'jarvis', text: 'Oui', interrupted: true }));
    expect(last().greeted).toEqual([]);
    await expect.poll(() => talk().voice).toBe('listening');
    hear({ type: 'dropped' });
    expect(talk()).toMatchObject({ mode: 'text', fault: 'voice_down' });
    expect(track.stop).toHaveBeenCalled();
    expect(readHealth()).toMatchObject({ ladder: 'text', ladderReason: 'voice_down' });
  });

  it.each([
    ['voice_unavailable', 'voice_down'],
    ['budget_spent', 'no_budget'],
    ['offline', 'network'],
  ])('writes without a token: %s', async (code, fault) => {
    const { session, talk, track } = world({ token: refusal(code) });
    await session.start('voice', 0);
    expect(talk()).toMatchObject({ mode: 'text', fault });
    expect(track.stop).toHaveBeenCalled();
  });

  it('begins with the token that came with the start, and asks for one the next time', async () => {
    const { session, last } = world({ first: { token: 'ek_first', session: {} } });
    await session.start('voice', 0);
    expect(last().options.token).toBe('ek_first');
    session.hangUp();
    await session.start('voice', 0);
    expect(last().options.token).toBe('ek_1');
    session.hangUp();
  });

  it('writes at once where the start said that there is no call', async () => {
    const { session, talk, calls } = world({ first: { refused: 'budget_spent' } });
    await session.start('voice', 0);
    expect(talk()).toMatchObject({ mode: 'text', fault: 'no_budget' });
    expect(calls).toEqual([]);
  });

  it('shuts a microphone that opens after the conversation has ended', async () => {
    let open = () => {};
    const hesitation = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { session, track, calls } = world({ hesitation });
    const starting = session.start('voice', 0);
    session.hangUp();
    open();
    await starting;
    expect(track.stop).toHaveBeenCalled();
    expect(calls).toEqual([]);
  });

  it('is over where the server has no conversation any more', async () => {
    const { session, over, track } = world({ token: refusal('no_conversation') });
    await session.start('voice', 0);
    expect(over).toEqual(['no_conversation']);
    expect(track.stop).toHaveBeenCalled();
  });

  it('writes when the service refuses the call, and tries again when asked', async () => {
    const { session, talk, calls } = world({ refuses: 1 });
    await session.start('voice', 0);
    expect(talk()).toMatchObject({ mode: 'text', fault: 'voice_down' });
    await session.start('voice', 0);
    expect(calls).toHaveLength(1);
    session.hangUp();
  });

  it('writes without a microphone', async () => {
    const { session, talk, calls } = world({ microphone: false });
    await session.start('voice', 0);
    expect(talk().fault).toBe('no_microphone');
    expect(calls).toEqual([]);
  });

  it.each([
    [true, 'voice_down'],
    [false, 'network'],
  ])(
    'writes when what a call needs does not load, and the microphone is closed: online %s',
    async (onLine, fault) => {
      vi.stubGlobal('navigator', { onLine });
      const { session, talk, calls, track } = world({ loads: false });
      await session.start('voice', 0);
      expect(talk()).toMatchObject({ mode: 'text', fault });
      expect(track.stop).toHaveBeenCalled();
      expect(calls).toEqual([]);
    },
  );

  it('writes when answers fail twice in a row, or none comes', async () => {
    const { session, hear, talk } = world();
    await session.start('voice', 0);
    hear({ type: 'stumbled', reason: 'error' });
    expect(talk()).toMatchObject({ mode: 'voice', notice: 'repeat' });
    hear({ type: 'stumbled', reason: 'rate_limited' });
    expect(talk()).toMatchObject({ mode: 'text', fault: 'voice_down' });

    vi.useFakeTimers();
    const silent = world();
    await silent.session.start('voice', 0);
    silent.hear({ type: 'memberStopped' }, { type: 'answering' });
    vi.advanceTimersByTime(8_100);
    expect(silent.talk()).toMatchObject({ mode: 'text', fault: 'voice_down' });
  });

  it('lets a button be held where three turns in a row made no sense', async () => {
    const { session, hear, talk, last } = world();
    await session.start('voice', 0);
    hear(...said('a', ''), ...said('b', ''), ...said('c', 'yoga'), ...said('d', ''), ...said('e', ''));
    expect(talk().mode).toBe('voice');
    hear(...said('f', ''));
    expect(talk()).toMatchObject({ mode: 'push_to_talk', fault: 'noise', isMuted: true });
    expect(last().open).toEqual([true, false]);
    expect(readHealth()).toMatchObject({ ladder: 'push_to_talk', ladderReason: 'noise' });
    session.hangUp();
  });

  it('sends typed words through the call, and none where there is no call', async () => {
    const { session, last, reports, talk } = world();
    expect(session.say('yoga', 'Yoga')).toBe(false);
    await session.start('voice', 0);
    expect(session.say('quels cours ce soir', 'Cours de ce soir')).toBe(true);
    expect(last().said).toEqual(['quels cours ce soir']);
    expect(talk().turns.at(-1)).toMatchObject({ by: 'member', text: 'Cours de ce soir' });
    expect(reports.at(-1)).toMatchObject({ kind: 'turn', by: 'member', text: 'quels cours ce soir' });
    session.hangUp();
  });

  it('hears nothing of a call that was hung up', async () => {
    const { session, hear, talk } = world();
    await session.start('voice', 0);
    session.hangUp();
    const before = talk();
    hear({ type: 'memberStarted', itemId: 'm' }, { type: 'dropped' });
    expect(talk()).toBe(before);
  });
});
