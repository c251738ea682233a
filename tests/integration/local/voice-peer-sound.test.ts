import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encode, FRAME, levelOf, silence } from '../../../supabase/local/voice-peer/audio/mulaw.ts';
import { Pacer } from '../../../supabase/local/voice-peer/audio/pacer.ts';
import { sentencesOf, Speech } from '../../../supabase/local/voice-peer/audio/speech.ts';
import { Vad } from '../../../supabase/local/voice-peer/audio/vad.ts';
import { hasEspeak } from '../../support/voice-client.ts';

const settings = { threshold: 0.5, silenceMs: 500 };
/** Syllables of a voice: loud and quiet in turn, five a second. */
const voice = (packets: number, loud = -18, quiet = -45) =>
  Array.from({ length: packets }, (_, at) => (at % 10 < 6 ? loud : quiet));
const noise = (packets: number, level: number) =>
  Array.from({ length: packets }, (_, at) => level + (at % 3));

function heard(vad: Vad, levels: readonly number[]): string[] {
  return levels.map((level) => vad.hear(level, settings)).filter((event) => event !== null);
}

describe('the ear', () => {
  it('finds one turn in a quiet room, and a second one after it', () => {
    const vad = new Vad();
    expect(heard(vad, noise(100, -65))).toEqual([]);
    expect(heard(vad, [...voice(80), ...noise(40, -65)])).toEqual(['started', 'stopped']);
    expect(heard(vad, [...voice(40), ...noise(40, -65)])).toEqual(['started', 'stopped']);
  });

  it('starts within two packets of a voice', () => {
    const vad = new Vad();
    heard(vad, noise(100, -65));
    expect(vad.hear(-20, settings)).toBeNull();
    expect(vad.hear(-20, settings)).toBe('started');
  });

  it('is not taken in by a loud room from the first packet on, and hears a voice in it', () => {
    const vad = new Vad();
    expect(heard(vad, noise(500, -34))).toEqual([]);
    expect(heard(vad, [...voice(60, -14, -34), ...noise(40, -34)])).toEqual(['started', 'stopped']);
  });

  it('lets music that begins and stays become the room within three seconds', () => {
    const vad = new Vad();
    heard(vad, noise(100, -65));
    expect(heard(vad, noise(150, -28))).toEqual(['started', 'stopped']);
    expect(heard(vad, noise(500, -28))).toEqual([]);
    expect(heard(vad, voice(20, -8, -28))).toEqual(['started']);
  });

  it('hears quiet voices again once the music is over', () => {
    const vad = new Vad();
    heard(vad, noise(300, -28));
    heard(vad, noise(120, -65));
    expect(heard(vad, voice(20, -30, -60))).toEqual(['started']);
  });

  it('learns nothing of the room from a muted microphone', () => {
    const vad = new Vad();
    heard(vad, noise(200, -34));
    heard(vad, Array<number>(500).fill(-100));
    expect(heard(vad, noise(200, -34))).toEqual([]);
  });

  it('wants more of a voice where the threshold is higher', () => {
    const strict = new Vad();
    const lenient = new Vad();
    heard(strict, noise(100, -40));
    heard(lenient, noise(100, -40));
    const level = -29;
    expect([level, level].map((one) => lenient.hear(one, { ...settings, threshold: 0.2 }))).toContain(
      'started',
    );
    expect([level, level].map((one) => strict.hear(one, { ...settings, threshold: 0.9 }))).toEqual([
      null,
      null,
    ]);
  });
});

describe('the voice', () => {
  it('says sentences, each once made and then kept', async () => {
    const speech = new Speech();
    const first = await speech.say('Bonjour Ana.', 'fr');
    expect(await speech.say('Bonjour Ana.', 'fr')).toBe(first);
    expect(first.length / 8).toBeGreaterThan(400);
    expect(levelOf(first)).toBeGreaterThan(-40);
    if (hasEspeak()) expect(await speech.say('Bonjour Ana.', 'es')).not.toEqual(first);
  });

  it('sounds as tones where no voice is installed, longer for more words', async () => {
    const speech = new Speech('/nonexistent/espeak-ng');
    const short = await speech.say('Bonjour.', 'fr');
    const long = await speech.say('Bonjour, que puis-je faire pour toi aujourd’hui ?', 'fr');
    expect(levelOf(short)).toBeGreaterThan(-30);
    expect(long.length).toBeGreaterThan(short.length * 3);
  });

  it('takes brackets and dashes as words, not as commands', async () => {
    const sound = await new Speech().say('[[h@l@U]] --version -w /tmp/no', 'en');
    expect(sound.length / 8).toBeGreaterThan(400);
  });

  it('cuts a text into sentences and loses none of it', () => {
    expect(sentencesOf('Bonjour Ana. Il reste 3 places… On réserve ?')).toEqual([
      'Bonjour Ana.',
      'Il reste 3 places…',
      'On réserve ?',
    ]);
    expect(sentencesOf('Bonjour')).toEqual(['Bonjour']);
    expect(sentencesOf('')).toEqual([]);
  });

  it('keeps its loudness through the codec', () => {
    const tone = Int16Array.from({ length: FRAME }, (_, at) => 16_384 * Math.sin(at / 3));
    expect(levelOf(encode(tone))).toBeCloseTo(-9, 0);
    expect(levelOf(silence)).toBe(-100);
    expect(levelOf(new Uint8Array())).toBe(-100);
  });
});

describe('the pacer', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => vi.useRealTimers());

  function paced() {
    const sent: Buffer[] = [];
    const pacer = new Pacer(
      (payload) => void sent.push(payload),
      () => undefined,
    );
    return { pacer, sent, quiet: () => sent.filter((payload) => payload.equals(silence)).length };
  }

  it('sends fifty packets a second through silence, and catches up with a late timer', () => {
    const { pacer, sent } = paced();
    pacer.start();
    vi.advanceTimersByTime(1000);
    expect(sent.length).toBe(51);
    vi.setSystemTime(Date.now() + 1);
    vi.advanceTimersByTime(500);
    expect(sent.length).toBe(76);
    pacer.stop();
    vi.advanceTimersByTime(500);
    expect(sent.length).toBe(76);
  });

  it('plays in order, fills the last packet up, and is quiet at once when cleared', () => {
    const { pacer, sent, quiet } = paced();
    const started: string[] = [];
    void pacer.play(Buffer.alloc(FRAME + 10, 1), () => started.push('first'));
    void pacer.play(Buffer.alloc(FRAME * 100, 2), () => started.push('second'));
    pacer.start();
    vi.advanceTimersByTime(60);
    expect(started).toEqual(['first', 'second']);
    expect(sent[1]?.subarray(8, 12)).toEqual(Buffer.from([1, 1, 0xff, 0xff]));
    expect(sent.every((payload) => payload.length === FRAME)).toBe(true);
    pacer.clear();
    vi.advanceTimersByTime(200);
    expect(quiet()).toBe(10);
  });
});
