import { describe, expect, it } from 'vitest';
import type { Talk } from '@/components/kiosk/machine/types';
import { classAskedBack } from '@/components/kiosk/voice/asked-back';
import { isGoodbye } from '@/components/kiosk/voice/goodbye';
import { hearTalk, sayTalk, stepDown, stepUp } from '@/components/kiosk/voice/talk-aloud';
import type { VoiceEvent } from '@/lib/voice/adapter/types';

const talk: Talk = {
  conversationId: '7f0d2c1e-6f4b-4f4e-9a57-0e1f5f1f0a02',
  mode: 'voice',
  fault: null,
  faultSeq: 0,
  voice: 'listening',
  isMuted: false,
  signs: 0,
  isLeaving: false,
  notice: null,
  known: [],
  firstName: 'Inès',
  expiresAt: '2026-11-21T12:05:00Z',
  answers: { talk: true, analyse: true, remember: false },
  texts: {},
  turns: [{ by: 'jarvis', text: 'Bonjour Inès.' }],
  chips: [],
  card: null,
  seq: 0,
  phase: 'ready',
  sent: '',
  draft: '',
  panel: 'none',
  asks: false,
};
const yoga = {
  occurrence_id: '7f0d2c1e-6f4b-4f4e-9a57-0e1f5f1f0a09',
  name: 'Yoga',
  starts_at: '2026-11-21T17:30:00Z',
  local_time: '18:30',
  local_date: '2026-11-21',
  minutes: 60,
  coach: 'Claire',
  room: 'salle 2',
  capacity: 16,
  free: 4,
  booked_by_me: false,
};
const boxing = { ...yoga, name: 'Boxe', local_time: '19:00', starts_at: '2026-11-21T18:00:00Z' };
const hear = (events: VoiceEvent[], from: Talk = talk) =>
  events.reduce((now, event) => hearTalk(now, event, 'fr'), from);

describe('a conversation aloud', () => {
  it('shows the member’s words as they come, the newest not yet settled', () => {
    const words = hear([
      { type: 'memberStarted', itemId: 'm' },
      { type: 'memberWords', itemId: 'm', words: 'Il reste' },
      { type: 'memberWords', itemId: 'm', words: ' de la place' },
    ]);
    expect(words.turns.at(-1)).toEqual({ by: 'member', id: 'm', text: 'Il reste', open: ' de la place' });
    const settled = hear([{ type: 'memberSaid', itemId: 'm', text: 'Il reste de la place ?' }], words);
    expect(settled.turns.at(-1)).toEqual({ by: 'member', id: 'm', text: 'Il reste de la place ?' });
    expect(settled.turns).toHaveLength(2);
  });

  it('keeps the member’s turn before the answer, also when its text comes later', () => {
    const { turns } = hear([
      { type: 'memberStarted', itemId: 'm' },
      { type: 'memberWords', itemId: 'm', words: 'yoga' },
      { type: 'memberStopped' },
      { type: 'answering' },
      { type: 'jarvisWords', itemId: 'j', words: 'Oui.' },
      { type: 'memberSaid', itemId: 'm', text: 'Yoga ?' },
    ]);
    expect(turns.map(({ by, text, open }) => [by, text, open])).toEqual([
      ['member', 'Yoga ?', undefined],
      ['jarvis', '', 'Oui.'],
    ]);
  });

  it('does not write the greeting a second time while it is read out', () => {
    const { turns } = hear([
      { type: 'jarvisWords', itemId: 'g', words: 'Bonjour ' },
      { type: 'jarvisWords', itemId: 'g', words: 'Inès.' },
      { type: 'jarvisSaid', itemId: 'g', text: 'Bonjour', interrupted: true },
    ]);
    expect(turns).toEqual([{ by: 'jarvis', id: 'g', text: 'Bonjour Inès.' }]);
    expect(hear([{ type: 'jarvisWords', itemId: 'g', words: 'Salut' }]).turns).toHaveLength(2);
  });

  it('leaves no empty turn behind when nothing was understood', () => {
    const { turns } = hear([
      { type: 'memberStarted', itemId: 'm' },
      { type: 'memberSaid', itemId: 'm', text: '' },
      { type: 'jarvisWords', itemId: 'j', words: 'Pardon ?' },
    ]);
    expect(turns.map(({ by }) => by)).toEqual(['jarvis', 'jarvis']);
  });

  it('knows whose turn it is', () => {
    const states: Talk['voice'][] = [];
    let now = talk;
    const events: VoiceEvent[] = [
      { type: 'memberStarted', itemId: 'm' },
      { type: 'memberStopped' },
      { type: 'answering' },
      { type: 'sound', isOn: true },
      { type: 'memberStarted', itemId: 'n' },
      { type: 'sound', isOn: false },
    ];
    for (const event of events) {
      now = hearTalk(now, event, 'fr');
      states.push(now.voice);
    }
    expect(states).toEqual(['listening', 'thinking', 'thinking', 'speaking', 'listening', 'listening']);
  });

  it('asks back on a card, and takes it away with the next answer', () => {
    const asked = hear([
      {
        type: 'tool',
        name: 'get_class_schedule',
        arguments: {},
        outcome: { ok: true, result: { classes: [yoga, boxing] } },
      },
      { type: 'jarvisWords', itemId: 'j', words: 'Il reste 4 places en Yoga. Je te réserve le cours ' },
      { type: 'jarvisWords', itemId: 'j', words: 'de 18\u00a0h\u00a030\u00a0?' },
    ]);
    expect(asked.card).toMatchObject({ name: 'Yoga', free: 4 });
    expect(hear([{ type: 'jarvisWords', itemId: 'k', words: 'C’est réservé.' }], asked).card).toBeNull();
    expect(sayTalk(asked, 't', 'oui', 'Oui, réserver', 'fr')).toMatchObject({
      card: null,
      voice: 'thinking',
    });
  });

  it('ends after the answer to a goodbye, unless the member goes on', () => {
    const bye = hear([
      { type: 'memberStarted', itemId: 'm' },
      { type: 'memberSaid', itemId: 'm', text: 'Merci, au revoir' },
      { type: 'answering' },
      { type: 'sound', isOn: true },
      { type: 'sound', isOn: false },
    ]);
    expect(bye.phase).toBe('ending');
    expect(hear([{ type: 'memberStarted', itemId: 'n' }], bye).phase).toBe('ready');
  });

  it('goes one step down and up again in the same conversation', () => {
    const down = stepDown(hear([{ type: 'memberWords', itemId: 'm', words: 'yoga' }]), 'text', 'voice_down');
    expect(down).toMatchObject({
      mode: 'text',
      voice: 'off',
      fault: 'voice_down',
      conversationId: talk.conversationId,
    });
    expect(down.turns.at(-1)).toEqual({ by: 'member', id: 'm', text: 'yoga' });
    expect(stepUp(down, 'push_to_talk', null)).toMatchObject({
      voice: 'connecting',
      fault: null,
      isMuted: true,
    });
    expect(stepUp(down, 'push_to_talk', 'noise')).toMatchObject({ mode: 'push_to_talk', fault: 'noise' });
  });
});

describe('a class that is asked back', () => {
  it.each([
    ['Je te réserve le cours de Yoga de 18h30 ?', 'fr', 'Yoga'],
    ['C’est l’équipe qui inscrit. Je lui transmets ta demande pour Boxe à 19 h ?', 'fr', 'Boxe'],
    ['4 places left in Yoga. Shall I book the 6:30 pm class for you?', 'en', 'Yoga'],
    ['Quedan 4 plazas en Yoga. ¿Te reservo la clase de las 18:30?', 'es', 'Yoga'],
    ['Je te réserve Yoga à 18 h 30 ou Boxe à 19 h ?', 'fr', undefined],
    ['Le cours de Yoga est à 18 h 30.', 'fr', undefined],
    ['Yoga à 18 h 30. Autre chose ?', 'fr', undefined],
    ['Je te réserve le Yoga de 8 h 30 ?', 'fr', undefined],
  ] as const)('%s', (said, language, name) => {
    expect(classAskedBack(said, [yoga, boxing], language)?.name).toBe(name);
  });

  it('is the next one of a class that comes every day, or the one of the day named', () => {
    const monday = {
      ...yoga,
      local_date: '2026-11-23',
      starts_at: '2026-11-23T17:30:00Z',
      occurrence_id: 'monday',
    };
    const known = [monday, yoga];
    expect(classAskedBack('Je réserve Yoga à 18 h 30 ?', known, 'fr')?.occurrenceId).toBe(yoga.occurrence_id);
    expect(classAskedBack('Je réserve Yoga de lundi à 18 h 30 ?', known, 'fr')?.occurrenceId).toBe('monday');
  });

  it('is none that is full or booked', () => {
    const said = 'Je te réserve le cours de Yoga de 18 h 30 ?';
    expect(classAskedBack(said, [{ ...yoga, free: 0 }], 'fr')).toBeNull();
    expect(classAskedBack(said, [{ ...yoga, booked_by_me: true }], 'fr')).toBeNull();
  });
});

describe('goodbye', () => {
  it.each([
    ['au revoir', 'fr', true],
    ['C’est tout, merci', 'fr', true],
    ['à bientôt', 'fr', true],
    ['thanks, bye', 'en', true],
    ['eso es todo, adiós', 'es', true],
    ['vous fermez à quelle heure ?', 'fr', false],
    ['est-ce que je peux dire au revoir à mon coach avant de partir demain', 'fr', false],
    ['buy me a drink', 'en', false],
  ] as const)('%s', (text, language, isIt) => {
    expect(isGoodbye(text, language)).toBe(isIt);
  });
});
