import type { VadSettings } from '../audio/vad.ts';
import { newId } from './ids.ts';
import { Refusal, type SessionConfig } from './types.ts';

const HOUR = 3600;
const pcm = { type: 'audio/pcm', rate: 24_000 } as const;

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Settings over settings: objects are merged, everything else, null too, replaces what was there. */
function merge<Fields extends object>(under: Fields, over: object): Fields {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(under));
  for (const [name, value] of Object.entries(over)) {
    const below = merged[name];
    if (value !== undefined) merged[name] = isFields(below) && isFields(value) ? merge(below, value) : value;
  }
  return merged as Fields;
}

/** The settings of one call; those a client leaves out are the API's own. */
export class Session {
  readonly id = newId('sess');
  readonly expiresAt = Math.floor(Date.now() / 1000) + HOUR;
  #config: SessionConfig;
  #hasSpoken = false;

  /** Throws a `Refusal` for settings that are none. */
  constructor(config: unknown) {
    if (!isFields(config) || config.type !== 'realtime') {
      throw new Refusal("Missing required parameter: 'session.type'.", { param: 'session.type' });
    }
    this.#config = merge<SessionConfig>(
      {
        type: 'realtime',
        model: 'gpt-realtime',
        output_modalities: ['audio'],
        instructions: '',
        tools: [],
        tool_choice: 'auto',
        max_output_tokens: 'inf',
        tracing: null,
        truncation: 'auto',
        audio: {
          input: {
            format: pcm,
            turn_detection: {
              type: 'server_vad',
              threshold: 0.5,
              prefix_padding_ms: 300,
              silence_duration_ms: 500,
              create_response: true,
              interrupt_response: true,
            },
          },
          output: { format: pcm, voice: 'marin', speed: 1 },
        },
      },
      config,
    );
  }

  get instructions(): string {
    return this.#config.instructions ?? '';
  }

  get model(): string {
    return this.#config.model ?? '';
  }

  /** Whether the client gave the model this tool. */
  offers(tool: string): boolean {
    return (this.#config.tools ?? []).some((one) => one.type === 'function' && one.name === tool);
  }

  /** Names of all tools, for what the model reads. */
  get toolText(): string {
    return JSON.stringify(this.#config.tools ?? []);
  }

  /** Model of the transcription of what is heard; null when none was asked for. */
  get transcription(): string | null {
    return this.#config.audio?.input?.transcription?.model ?? null;
  }

  /** How turns are told apart; null is push-to-talk. */
  get detection(): (VadSettings & { respond: boolean; interrupt: boolean }) | null {
    const detection = this.#config.audio?.input?.turn_detection;
    if (!detection) return null;
    const { create_response: respond = true, interrupt_response: interrupt = true } = detection;
    const own =
      detection.type === 'server_vad'
        ? { threshold: detection.threshold ?? 0.5, silenceMs: detection.silence_duration_ms ?? 500 }
        : { threshold: 0.5, silenceMs: 500 };
    return { ...own, respond, interrupt };
  }

  /** From the first sound on the voice stays. */
  hasSpoken(): void {
    this.#hasSpoken = true;
  }

  /** Changes settings in mid-call. Throws a `Refusal` for what cannot change any more. */
  update(change: unknown): void {
    if (!isFields(change)) throw new Refusal("Missing required parameter: 'session'.", { param: 'session' });
    if (change.type !== 'realtime')
      throw new Refusal("Missing required parameter: 'session.type'.", { param: 'session.type' });
    const next = merge(this.#config, change);
    if (this.#hasSpoken && next.audio?.output?.voice !== this.#config.audio?.output?.voice) {
      throw new Refusal('Cannot update a conversation’s voice if assistant audio is present.', {
        code: 'cannot_update_voice',
      });
    }
    this.#config = { ...next, ...(this.#config.model ? { model: this.#config.model } : {}) };
  }

  /** The session as `session.created` and `session.updated` tell it. */
  describe(): SessionConfig {
    const own = { object: 'realtime.session', id: this.id, expires_at: this.expiresAt };
    return { ...this.#config, ...own };
  }
}
