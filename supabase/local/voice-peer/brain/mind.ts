import {
  type ClassOccurrence,
  greeting,
  initialState,
  type MemberProfile,
  reply,
  type Setting,
  type Tools,
} from '../../../../lib/voice/brain/index.ts';
import { typeset } from '../../../../lib/voice/brain/format.ts';
import { textsFor } from '../../../../lib/voice/brain/texts/index.ts';
import type { Language } from '../../../../lib/voice/brain/types.ts';
import { readBriefing } from '../../../../lib/voice/briefing.ts';
import { readFirstSentence } from '../../../../lib/voice/first-sentence.ts';
import { type Step, Thought } from './thought.ts';

const stranger = {
  language: 'fr',
  address: 'vous',
  firstName: '',
  gymName: '',
  timezone: 'Europe/Paris',
  bookingsBy: 'jarvis',
} as const;

/** The scripted brain in the place of a model: it hears text alone, and says so to whoever speaks. */
export class Mind {
  readonly #instructions: () => string;
  readonly #offers: (tool: string) => boolean;
  readonly #begun = Date.now();
  #state = initialState();
  #heard = '';
  #missed = false;
  #hasBegun = false;
  #thought: Thought | undefined;

  constructor(instructions: () => string, offers: (tool: string) => boolean) {
    this.#instructions = instructions;
    this.#offers = offers;
  }

  /** Words of the member, typed or transcribed. What it was about to say to earlier ones is dropped. */
  hear(text: string): void {
    this.#heard = text;
    this.#thought = undefined;
  }

  /** Somebody spoke, and nobody knows what. */
  miss(): void {
    this.#missed = true;
    this.#thought = undefined;
  }

  /** An answer of an earlier call was put back: what came before it is answered, and nobody is greeted again. */
  resume(): void {
    this.#hasBegun = true;
    this.#heard = '';
  }

  /** The output of a tool that it called. */
  learn(callId: string, output: string): void {
    this.#thought?.answer(callId, output);
  }

  /**
   * What the next response does; a first one that answers nothing greets.
   * @param order instructions of this response alone; of them only a sentence to begin with can be followed
   */
  async next(order: string): Promise<Step> {
    const sentence = readFirstSentence(order);
    if (sentence !== null) {
      this.#hasBegun = true;
      return { kind: 'say', text: sentence, language: this.#setting().language };
    }
    this.#thought ??= this.#begin();
    if (!this.#thought || this.#thought.isWaiting) return { kind: 'nothing' };
    const thought = this.#thought;
    const step = await thought.next();
    if (step.kind === 'say' && this.#thought === thought) this.#thought = undefined;
    return step;
  }

  /** Sentences that are likely to be said, in the call's language. */
  likely(): { texts: string[]; language: Language } {
    const { language, address } = this.#setting();
    const say = textsFor(language, address);
    const texts = [say.demo, say.deaf, say.notUnderstood, say.bye, say.welcome, say.staffCalled, say.failed];
    return { texts: texts.map((text) => typeset(text, language)), language };
  }

  #begin(): Thought | undefined {
    const text = this.#heard;
    const isFirst = !this.#hasBegun;
    const missed = this.#missed && text === '';
    this.#heard = '';
    this.#missed = false;
    this.#hasBegun = true;
    if (text) return this.#think((tools) => this.#answer(text, tools));
    if (missed) return this.#think(async () => this.#say('deaf'));
    return isFirst ? this.#think((tools) => this.#greet(tools)) : undefined;
  }

  #think(work: (tools: Tools) => Promise<{ text: string; language: Language }>): Thought {
    return new Thought(work, this.#offers, () => this.#say('failed'));
  }

  #setting(): Setting {
    const briefing = readBriefing(this.#instructions());
    if (!briefing) return { ...stranger, now: new Date().toISOString() };
    const now = Date.parse(briefing.now) + Date.now() - this.#begun;
    return { ...briefing, now: new Date(now).toISOString() };
  }

  #say(name: 'deaf' | 'failed'): { text: string; language: Language } {
    const setting = this.#setting();
    const language = this.#state.language ?? setting.language;
    return { text: typeset(textsFor(language, setting.address)[name], language), language };
  }

  async #answer(text: string, tools: Tools): Promise<{ text: string; language: Language }> {
    const answer = await reply({ text, state: this.#state, setting: this.#setting(), tools });
    this.#state = answer.state;
    return answer;
  }

  async #greet(tools: Tools): Promise<{ text: string; language: Language }> {
    const setting = this.#setting();
    const own = await tools.call('get_member_profile', {});
    const courses = await tools.call('get_class_schedule', {});
    const profile = own.ok
      ? (own.result as MemberProfile)
      : { first_name: setting.firstName, bookings_today: [] };
    const { classes } = courses.ok ? (courses.result as { classes: ClassOccurrence[] }) : { classes: [] };
    return { text: greeting(setting, profile, classes), language: setting.language };
  }
}
