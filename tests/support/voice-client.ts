import { spawnSync } from 'node:child_process';
import OpenAI from 'openai';
import type { RealtimeClientEvent, RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import {
  MediaStreamTrack,
  type RTCDataChannel,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
} from 'werift';
import { encode, FRAME, levelOf, silence } from '../../supabase/local/voice-peer/audio/mulaw.ts';
import { Pacer } from '../../supabase/local/voice-peer/audio/pacer.ts';

export type Heard = RealtimeServerEvent & { at: number };
type Named<Type> = Extract<RealtimeServerEvent, { type: Type }> & { at: number };

const pcmu = new RTCRtpCodecParameters({
  mimeType: 'audio/PCMU',
  clockRate: 8000,
  channels: 1,
  payloadType: 0,
});
const LOUD_DB = -50;

/** Noise as loud as a voice, for so long. */
export function voiceLike(ms: number, amplitude = 9000): Buffer {
  return encode(
    Int16Array.from(
      { length: ms * 8 },
      (_, at) => Math.sin(at * 0.19) * amplitude * (0.6 + 0.4 * Math.sin(at / 300)),
    ),
  );
}

/** A browser's side of one call, on werift: a microphone that is silent until told, everything heard is kept. */
export class VoiceClient {
  readonly events: Heard[] = [];
  /** When a packet with sound came, on performance.now(). */
  readonly loud: number[] = [];
  packets = 0;
  callId = '';
  state = 'new';
  readonly #connection = new RTCPeerConnection({
    iceServers: [],
    iceAdditionalHostAddresses: ['127.0.0.1'],
    // Without it a socket of each call stays open in this process.
    bundlePolicy: 'max-bundle',
    codecs: { audio: [pcmu] },
  });
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  readonly #pacer: Pacer;
  #channel: RTCDataChannel;
  #waiting: (() => void)[] = [];
  #sequence = 1;

  constructor() {
    this.#pacer = new Pacer(
      (payload) => {
        this.#sequence += 1;
        const header = new RtpHeader({
          payloadType: 0,
          sequenceNumber: this.#sequence & 0xffff,
          timestamp: this.#sequence * FRAME,
        });
        this.#track.writeRtp(new RtpPacket(header, payload));
      },
      () => undefined,
    );
    this.#connection.addTransceiver(this.#track, { direction: 'sendrecv' });
    this.#connection.onTrack.subscribe((track) =>
      track.onReceiveRtp.subscribe(({ payload }) => {
        this.packets += 1;
        if (levelOf(payload) > LOUD_DB) this.loud.push(performance.now());
        this.#wake();
      }),
    );
    this.#connection.connectionStateChange.subscribe((state) => {
      this.state = state;
      this.#wake();
    });
    this.#channel = this.#connection.createDataChannel('oai-events');
    this.#channel.stateChanged.subscribe((state) => {
      if (state === 'closed') this.state = 'closed';
      this.#wake();
    });
    this.#channel.onMessage.subscribe((data) => {
      this.events.push({ ...(JSON.parse(String(data)) as RealtimeServerEvent), at: performance.now() });
      this.#wake();
    });
  }

  /** The offer, with all addresses. */
  async offer(): Promise<string> {
    await this.#connection.setLocalDescription(await this.#connection.createOffer());
    await this.until(() => this.#connection.iceGatheringState === 'complete');
    return this.#connection.localDescription?.sdp ?? '';
  }

  /** Takes the answer and waits until events can be sent. */
  async accept(sdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp });
    await this.until(() => this.#channel.readyState === 'open');
    this.#pacer.start();
  }

  /** Calls with the project's key by the official SDK, as our server does. */
  async call(client: OpenAI, session: OpenAI.Realtime.RealtimeSessionCreateRequest): Promise<void> {
    const answer = await client.realtime.calls.create({ sdp: await this.offer(), session });
    this.callId = answer.headers.get('location')?.split('/').at(-1) ?? '';
    await this.accept(await answer.text());
  }

  send(event: RealtimeClientEvent): void {
    this.#channel.send(JSON.stringify(event));
  }

  /** A typed sentence, as the SDK sends it. */
  type(text: string): void {
    this.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
    });
    this.send({ type: 'response.create' });
  }

  /** Speaks into the microphone. */
  speak(sound: Buffer): Promise<void> {
    return this.#pacer.play(sound, () => undefined);
  }

  /** Goes on in silence after what is queued. */
  rest(ms: number): Promise<void> {
    return this.#pacer.play(Buffer.alloc((ms / 20) * FRAME, silence[0]), () => undefined);
  }

  /** All events of one type. */
  all<Type extends RealtimeServerEvent['type']>(type: Type): Named<Type>[] {
    return this.events.filter((event): event is Named<Type> => event.type === type);
  }

  /** The `nth` event of one type, counted from 1; waits for it. */
  async next<Type extends RealtimeServerEvent['type']>(type: Type, nth = 1): Promise<Named<Type>> {
    await this.until(() => this.all(type).length >= nth, type);
    const found = this.all(type)[nth - 1];
    if (!found) throw new Error(`No ${type}.`);
    return found;
  }

  /** Waits until something holds; looks whenever anything happens. */
  async until(holds: () => boolean, what = 'something', ms = 10_000): Promise<void> {
    const end = performance.now() + ms;
    while (!holds()) {
      if (performance.now() > end) {
        throw new Error(
          `Waited in vain for ${what}; came: ${this.events.map(({ type }) => type).join(', ')}`,
        );
      }
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, 50);
        this.#waiting.push(() => {
          clearTimeout(timer);
          wake();
        });
      });
    }
  }

  async close(): Promise<void> {
    this.#pacer.stop();
    await this.#connection.close();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}

/** Whether espeak-ng can be run here. */
export const hasEspeak = (): boolean => spawnSync('espeak-ng', ['--version']).status === 0;
