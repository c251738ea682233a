import type { BrowserContext, Page } from '@playwright/test';

const slug = 'lyon-part-dieu-entree';
const minute = 60_000;
const at = (minutes: number) => new Date(Date.now() + minutes * minute).toISOString();
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function lesson(n: number, name: string, coach: string, time: string, free: number) {
  return {
    occurrence_id: id(n),
    name,
    coach,
    local_time: time,
    local_date: at(0).slice(0, 10),
    starts_at: at(20 + n * 40),
    minutes: 60,
    room: 'salle 2',
    capacity: 16,
    free,
    booked_by_me: false,
  };
}

/** What the server would say about a gym in the evening; a scene changes what it needs. */
function homeNow() {
  return {
    kiosk: {
      slug,
      name: 'Entrée',
      language: 'fr',
      status: 'online',
      settings: { simulator: false, voice: false, push_to_talk: false, mute: false, volume: 80, minutes: 5 },
      config_version: 1,
    },
    gym: {
      name: 'Club Rivoire',
      timezone: 'Europe/Paris',
      locale: 'fr',
      address_form: 'tu',
      status: 'active',
      maintenance_message: null as string | null,
      today: { open: '06:00', close: '23:00', is_open: true },
      next_opening: null as { date: string; open: string } | null,
      messages: {},
    },
    classes: [
      lesson(1, 'Cycling', 'Karim', '18:00', 2),
      lesson(2, 'Yoga', 'Claire', '18:30', 4),
      lesson(3, 'Pilates', 'Léa', '19:15', 0),
      lesson(4, 'Boxe', 'Mehdi', '20:00', 9),
    ],
    reader_paused_until: null,
    server_time: at(0),
    commands: [],
  };
}

const reply = (text: string, chips: string[], card: unknown = null) => ({
  text,
  payload: {
    chips: chips.map((label) => ({ label, say: label })),
    card,
    ends: false,
    intent: 'greet',
    language: 'fr',
  },
});

const greeting = reply('Content de te revoir, Inès. Qu’est-ce que je peux faire pour toi ?', [
  'Réserver un cours',
  'Mes réservations',
  'Horaires du club',
  'Signaler un souci',
]);

const offer = reply('Oui, 4 places. Je te réserve le cours de 18 h 30 ?', ['Oui, réserver', 'Non merci'], {
  kind: 'class',
  occurrenceId: id(2),
  name: 'Yoga',
  startsAt: at(50),
  coach: 'Claire',
  room: 'salle 2',
  minutes: 60,
  capacity: 16,
  free: 4,
});

export type Home = ReturnType<typeof homeNow>;
type Answer = { status?: number; json: unknown } | 'none';

const problem = (status: number, code: string): Answer => ({
  status,
  json: { type: 'about:blank', title: code, detail: '', status, code, request_id: 'planted' },
});

/**
 * A kiosk's page whose server is planted: each screen is reached by the answers that lead to it, without a database.
 * The page itself, its script and its styles are the real ones.
 */
export class PlantedKiosk {
  readonly page: Page;
  readonly #base: string;
  #home: (home: Home) => Answer = (home) => ({ json: home });
  #scan: Answer = 'none';
  #say: Answer = { json: offer };
  #start: Answer | null = null;
  /** Paths that were asked, in their order. */
  readonly asked: string[] = [];

  constructor(page: Page, base: string) {
    this.page = page;
    this.#base = base;
  }

  /** Answers in the server's place and makes the device look paired; `form` of the avatar as in `avatar/gl/stage.ts`. */
  async plant(context: BrowserContext, form: 'gl' | 'calm' | 'bare' = 'bare'): Promise<void> {
    await context.addInitScript((chosen) => Object.assign(window, { jarvisStage: { form: chosen } }), form);
    await context.addCookies([{ name: 'kiosk', value: 'a'.repeat(64), url: this.#base }]);
    await this.page.route(/\/api\//, async (route) => {
      const path = new URL(route.request().url()).pathname;
      this.asked.push(path);
      const answer = this.#answer(path);
      if (answer === 'none') await route.abort('internetdisconnected');
      else await route.fulfill(answer);
    });
  }

  #answer(path: string): Answer {
    if (path.endsWith('/heartbeat')) return this.#home(homeNow());
    if (path.endsWith('/scan')) return this.#scan;
    if (path.endsWith('/messages')) return this.#say;
    if (path.endsWith('/staff')) return { json: { status: 'called' } };
    if (path.endsWith('/conversation')) {
      if (this.#start) return this.#start;
      const conversation = { conversation_id: id(9), expires_at: at(5), first_name: 'Inès', language: 'fr' };
      return { json: { ...conversation, greeting } };
    }
    return { json: {} };
  }

  /** Opens the page with the next heartbeats answered so. */
  async open(home: (home: Home) => Answer | void = () => undefined): Promise<void> {
    this.#home = (now) => home(now) ?? { json: now };
    this.limit(false);
    await this.page.goto(`${this.#base}/kiosk/${slug}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Takes the network away, for good. */
  async loseNetwork(): Promise<void> {
    this.#home = () => 'none';
    await this.page.evaluate(() => window.dispatchEvent(new Event('offline')));
  }

  /** Refuses every heartbeat with a problem of the API. */
  refuse(status: number, code: string): Answer {
    return problem(status, code);
  }

  /** Holds a badge to the reader: Inès, with what she has agreed to, or a refusal. */
  async badge(answer: { talk: boolean | null } | { refused: string; status: number }): Promise<void> {
    const consents = 'talk' in answer && {
      talk: answer.talk,
      analyse: answer.talk,
      remember: answer.talk === null ? null : false,
    };
    this.#scan =
      'refused' in answer
        ? problem(answer.status, answer.refused)
        : {
            json: {
              outcome: 'welcome',
              scan_id: id(8),
              first_name: 'Inès',
              language: 'fr',
              consents,
              consent_texts: {},
              next_class: lesson(2, 'yoga', 'Claire', '18:30', 4),
            },
          };
    await this.page.evaluate(() => {
      for (const code of [...Array.from('2415919105', (digit) => `Digit${digit}`), 'Enter'])
        window.dispatchEvent(new KeyboardEvent('keydown', { code, cancelable: true }));
    });
  }

  /** Answers the three questions and waits for the conversation. */
  async talk(): Promise<void> {
    await this.consent();
    await this.page.getByRole('region', { name: 'Conversation' }).waitFor();
  }

  /** Refuses the coming conversations because of too many requests, or lets them begin again. */
  limit(isOver: boolean): void {
    this.#start = isOver ? problem(429, 'rate_limited') : null;
  }

  /** Holds a badge to the reader and answers the three questions. */
  async consent(): Promise<void> {
    await this.badge({ talk: null });
    for (const [place, answer] of ['Oui', 'Non', 'Oui'].entries()) {
      const question = this.page.getByRole('group').nth(place);
      await question.getByRole('button', { name: answer, exact: true }).click();
    }
  }

  /** Writes a sentence; JARVIS answers with a class to book, or not at all. */
  async write(text: string, isAnswered = true): Promise<void> {
    this.#say = isAnswered ? { json: offer } : problem(503, 'backend_unavailable');
    await this.page.getByRole('textbox').fill(text);
    await this.page.keyboard.press('Enter');
  }
}
