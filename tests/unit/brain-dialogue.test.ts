import { describe, expect, it } from 'vitest';
import { createGym, createTalk } from '../support/brain';

describe('booking', () => {
  it('asks back and books once', async () => {
    const talk = createTalk();
    const offered = await talk.says('il reste de la place au yoga de ce soir ?');
    expect(offered.text).toContain('4 places');
    expect(offered.card).toMatchObject({ occurrenceId: 'yoga-today', free: 4, capacity: 16 });
    expect(talk.writes()).toEqual([]);
    const booked = await talk.says('oui');
    expect(booked.intent).toBe('answer');
    expect(booked.text).toContain('18\u00a0h\u00a030');
    await talk.says('oui');
    expect(talk.writes()).toEqual([
      { name: 'book_class', args: { occurrence_id: 'yoga-today', confirmed: true } },
    ]);
  });

  it.each(['non merci', 'laisse tomber', 'non pas ce soir', 'annule'])(
    '"%s" writes nothing',
    async (answer) => {
      const talk = createTalk();
      await talk.says('réserve le yoga de ce soir');
      await talk.says(answer);
      await talk.says('merci');
      expect(talk.writes()).toEqual([]);
      expect(talk.state().pending).toBeNull();
    },
  );

  it('asks again after an unclear answer, then calls the team', async () => {
    const talk = createTalk();
    await talk.says('réserve le yoga de ce soir');
    const again = await talk.says('oui mais non');
    expect(again.chips.map(({ say }) => say)).toEqual(['oui', 'non']);
    expect(talk.writes()).toEqual([]);
    await talk.says('peut-être');
    expect(talk.writes()).toEqual([
      { name: 'call_staff', args: { reason: 'not_understood', text: 'peut-être' } },
    ]);
  });

  it('books after an unclear answer only once it is a yes', async () => {
    const talk = createTalk();
    await talk.says('réserve le yoga de ce soir');
    await talk.says('oui mais non');
    await talk.says('ouais vas-y');
    expect(talk.writes().map(({ name }) => name)).toEqual(['book_class']);
  });

  it('follows a change of mind to another class', async () => {
    const talk = createTalk({ language: 'es' });
    await talk.says('apúntame a pilates mañana');
    const other = await talk.says('no, mejor el body pump');
    expect(other.card?.occurrenceId).toBe('pump-tomorrow');
    await talk.says('sí');
    expect(talk.writes()).toEqual([
      { name: 'book_class', args: { occurrence_id: 'pump-tomorrow', confirmed: true } },
    ]);
  });

  it('says that a class is full or already booked instead of asking', async () => {
    const talk = createTalk();
    expect((await talk.says('réserve yoga demain')).text).toContain('complet');
    expect((await talk.says('réserve cycling ce soir')).text).toContain('déjà inscrit');
    expect(talk.state().pending).toBeNull();
  });

  it('does not offer another class as the one that was named', async () => {
    const talk = createTalk();
    const answer = await talk.says('réserve la zumba de mercredi');
    expect(answer.text).toContain('Je ne trouve pas ce cours-là');
    expect(answer.card).toBeUndefined();
  });

  it('makes a request where the team does the bookings', async () => {
    const talk = createTalk({ bookingsBy: 'staff' });
    const asked = await talk.says('réserve le yoga de ce soir');
    expect(asked.text).toContain('C’est l’équipe qui inscrit');
  });

  it('chooses by the time of a class', async () => {
    const talk = createTalk();
    const listed = await talk.says('quels cours ce soir ?');
    expect(listed.chips.length).toBeGreaterThan(1);
    const offered = await talk.says('celui de 18 h 30');
    expect(offered.card?.occurrenceId).toBe('yoga-today');
  });

  it('answers another question beside the open one, and keeps the booking unwritten', async () => {
    const talk = createTalk();
    await talk.says('réserve le yoga de ce soir');
    const hours = await talk.says('vous fermez à quelle heure ?');
    expect(hours.intent).toBe('opening_hours');
    await talk.says('oui');
    expect(talk.writes()).toEqual([]);
  });
});

describe('cancelling', () => {
  it('asks which, then asks back, then cancels once', async () => {
    const talk = createTalk();
    const which = await talk.says('je voudrais annuler mon cours de ce soir');
    expect(which.text).toContain('Lequel j’annule');
    const asked = await talk.says('celui de 20 h');
    expect(asked.text).toContain('Boxe');
    expect(talk.writes()).toEqual([]);
    await talk.says('oui annule');
    expect(talk.writes()).toEqual([
      { name: 'cancel_booking', args: { booking_id: 'b-boxe-today', confirmed: true } },
    ]);
    expect(talk.bookings.map(({ booking_id }) => booking_id)).toEqual(['b-cycling-today']);
  });

  it('keeps the booking after a no', async () => {
    const talk = createTalk({ language: 'en' });
    await talk.says('cancel my boxing class');
    expect((await talk.says('no keep it')).text).toContain('stays as it is');
    expect(talk.writes()).toEqual([]);
  });

  it('leaves other days to the team (rule P7)', async () => {
    const talk = createTalk();
    await talk.says('annule mon pilates de demain');
    expect(talk.state().pending).toMatchObject({ kind: 'confirm_staff' });
  });
});

describe('reports, feedback and the team', () => {
  it('reads a fault back before it is sent', async () => {
    const talk = createTalk();
    expect((await talk.says('le tapis 4 est cassé')).text).toContain(
      '« le tapis 4 est cassé »'.replace(/ (?=»)|(?<=«) /g, '\u00a0'),
    );
    expect(talk.writes()).toEqual([]);
    await talk.says('envoie');
    expect(talk.writes()).toEqual([
      { name: 'report_issue', args: { text: 'le tapis 4 est cassé', confirmed: true } },
    ]);
  });

  it('asks what is wrong when nothing was said of it', async () => {
    const talk = createTalk();
    await talk.says('je veux signaler un problème');
    await talk.says('la douche fuit');
    await talk.says('oui');
    expect(talk.writes()).toEqual([
      { name: 'report_issue', args: { text: 'la douche fuit', confirmed: true } },
    ]);
  });

  it('meets anger with regret and asks before passing it on', async () => {
    const talk = createTalk({ language: 'en' });
    const asked = await talk.says('honestly this is unacceptable, your staff were so rude to me');
    expect(asked.text).toContain('I am sorry');
    expect(talk.writes()).toEqual([]);
    await talk.says('yes send it');
    expect(talk.writes().map(({ name }) => name)).toEqual(['leave_feedback']);
  });

  it('calls the team at once when it is clearly asked for', async () => {
    const talk = createTalk();
    await talk.says('je veux parler à un humain');
    expect(talk.writes()).toEqual([
      { name: 'call_staff', args: { reason: 'asked', text: 'je veux parler à un humain' } },
    ]);
  });

  it.each([
    ['je veux résilier mon abonnement', 'freeze_or_leave'],
    ["j'ai perdu mon badge", 'lost_badge'],
    ['quand expire mon abonnement', 'membership'],
    ['combien coûte un abonnement', 'prices'],
    ["j'ai mal au dos, quel exercice ?", 'medical'],
    ['efface mes données', 'forget_me'],
  ])('"%s" offers the team and calls it after a yes', async (text, reason) => {
    const talk = createTalk();
    await talk.says(text);
    expect(talk.writes()).toEqual([]);
    await talk.says('oui');
    expect(talk.writes()).toEqual([{ name: 'call_staff', args: { reason, text } }]);
  });

  it('calls the team in an emergency and names the number to call', async () => {
    const talk = createTalk({ language: 'es' });
    const answer = await talk.says('llamad a alguien, una señora se ha desmayado');
    expect(answer.text).toContain('112');
    expect(talk.writes()).toMatchObject([{ name: 'call_staff', args: { reason: 'medical' } }]);
  });

  it('hands over after two sentences that it does not understand', async () => {
    const talk = createTalk();
    await talk.says('xyzzy plugh');
    expect(talk.writes()).toEqual([]);
    await talk.says('frobnicate quux');
    expect(talk.writes()).toMatchObject([{ name: 'call_staff', args: { reason: 'not_understood' } }]);
    expect(talk.state().misunderstood).toBe(0);
  });

  it('counts only misunderstandings in a row', async () => {
    const talk = createTalk();
    await talk.says('xyzzy plugh');
    await talk.says('vous fermez à quelle heure');
    await talk.says('xyzzy plugh');
    expect(talk.writes()).toEqual([]);
  });
});

describe('answers from the gym', () => {
  it.each([
    ['vous fermez à quelle heure', '22\u00a0h\u00a030'],
    ['vous êtes ouverts dimanche ?', 'Dimanche, c’est fermé'],
    ['il y a du monde ?', '34 personnes'],
    ['vous avez un sauna ?', 'Oui, il y a un sauna'],
    ['vous avez une piscine ?', 'pas de piscine'],
    ['mes réservations', 'Cycling à 18\u00a0h'],
  ])('"%s" tells "%s"', async (text, told) => {
    const talk = createTalk();
    expect((await talk.says(text)).text).toContain(told);
    expect(talk.writes()).toEqual([]);
  });

  it('says so when a tool fails, and writes nothing more', async () => {
    const talk = createTalk({}, createGym({ failing: 'book_class' }));
    await talk.says('réserve le yoga de ce soir');
    expect((await talk.says('oui')).text).toContain('Rien n’a changé');
    expect(talk.writes()).toHaveLength(1);
  });

  it('asks for the badge when nobody has scanned one', async () => {
    const talk = createTalk({}, createGym({ failing: 'get_member_profile', code: 'no_member' }));
    expect((await talk.says('mes réservations')).text).toContain('badge');
  });
});
