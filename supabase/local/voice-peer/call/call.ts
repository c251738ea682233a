import {
  MediaStream,
  MediaStreamTrack,
  type RTCDataChannel,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
} from 'werift';
import { randomInt } from 'node:crypto';
import { FRAME, RATE } from '../audio/mulaw.ts';
import { Pacer } from '../audio/pacer.ts';
import type { Speech } from '../audio/speech.ts';
import type { Faults } from '../faults.ts';
import { newId } from '../protocol/ids.ts';
import type { Session } from '../protocol/session.ts';
import { type Incoming, type Outgoing, Refusal } from '../protocol/types.ts';
import { Conversation } from './conversation.ts';

const CONNECT_MS = 15_000;
const HOUR_MS = 3_600_000;
/** The third message on a cold channel waits a second; these small ones go in front of those that somebody waits for. */
const WARMING = 6;

const pcmu = new RTCRtpCodecParameters({
  mimeType: 'audio/PCMU',
  clockRate: RATE,
  channels: 1,
  payloadType: 0,
});

export type Ended = 'hangup' | 'client' | 'drop' | 'not_connected' | 'expired' | 'stopped';

/** One WebRTC call with a browser: sound both ways as PCMU, events on its data channel. */
export class Call {
  readonly id = newId('rtc');
  readonly startedAt = new Date().toISOString();
  readonly #session: Session;
  readonly #faults: Faults;
  readonly #connection: RTCPeerConnection;
  readonly #pacer: Pacer;
  readonly #conversation: Conversation;
  readonly #onEnd: () => void;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  #channel: RTCDataChannel | undefined;
  #isGone = false;
  #sequence = randomInt(0x10000);
  #timestamp = randomInt(0x7fffffff);
  #ended: Ended | undefined;

  constructor(session: Session, faults: Faults, speech: Speech, onEnd: () => void) {
    this.#session = session;
    this.#faults = faults;
    this.#onEnd = onEnd;
    this.#connection = new RTCPeerConnection({
      iceServers: [],
      iceAdditionalHostAddresses: ['127.0.0.1'],
      iceUseTcp: false,
      codecs: { audio: [pcmu] },
      iceFilterStunResponse: () => !this.#isGone,
    });
    this.#pacer = new Pacer(
      (payload, isFirst) => this.#sendPacket(payload, isFirst),
      () => this.#conversation.ear.tick(),
    );
    this.#conversation = new Conversation({
      session,
      speech,
      faults,
      pacer: this.#pacer,
      send: (event) => this.#sendEvent(event),
      onTalk: () => {
        if (faults.drop) this.#after(faults.drop_after_ms, () => this.#drop());
      },
    });
  }

  get state(): { id: string; started_at: string; ended: Ended | null; responses: number; model: string } {
    const { id, startedAt } = this;
    const responses = this.#conversation.responses.count;
    return { id, started_at: startedAt, ended: this.#ended ?? null, responses, model: this.#session.model };
  }

  /** The answer to a browser's offer, with all of its own addresses: the browser trickles none. Throws a `Refusal` for no SDP. */
  async answer(offer: string): Promise<string> {
    const connection = this.#connection;
    connection.addTrack(this.#track, new MediaStream([this.#track]));
    connection.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe(({ payload }) => {
        if (this.#channel) this.#conversation.ear.hear(payload);
      });
    });
    connection.onDataChannel.subscribe((channel) => this.#openChannel(channel));
    connection.connectionStateChange.subscribe((state) => {
      if (state === 'failed' || state === 'closed' || state === 'disconnected') void this.end('client');
    });
    this.#after(CONNECT_MS, () => {
      if (!this.#channel) void this.end('not_connected');
    });
    this.#after(HOUR_MS, () => void this.end('expired'));
    try {
      await connection.setRemoteDescription({ type: 'offer', sdp: offer });
      await connection.setLocalDescription(await connection.createAnswer());
    } catch (error) {
      await this.end('not_connected');
      throw new Refusal(`Invalid SDP offer: ${error instanceof Error ? error.message : 'unreadable'}`, {
        code: 'invalid_offer',
        param: 'sdp',
      });
    }
    await gathered(connection);
    const { sdp } = connection.localDescription ?? {};
    if (!sdp) throw new Refusal('No answer could be made.', { status: 500, type: 'server_error' });
    return sdp;
  }

  /** Ends the call; the first reason stays. */
  async end(reason: Ended): Promise<void> {
    if (this.#ended) return;
    this.#ended = reason;
    this.#timers.forEach(clearTimeout);
    this.#pacer.stop();
    this.#onEnd();
    await this.#connection.close();
  }

  #openChannel(channel: RTCDataChannel): void {
    if (channel.label !== 'oai-events') return;
    this.#channel = channel;
    channel.onMessage.subscribe((data) => this.#take(String(data)));
    const isOpen = channel.readyState === 'open';
    channel.stateChanged.subscribe((state) => {
      if (state === 'open' && !isOpen) this.#begin();
      if (state === 'closed') void this.end('client');
    });
    if (isOpen) this.#begin();
  }

  #begin(): void {
    this.#pacer.start();
    this.#conversation.open();
    for (let sent = 0; sent < WARMING; sent += 1)
      this.#sendEvent({ type: 'rate_limits.updated', rate_limits: [] });
  }

  #take(text: string): void {
    if (this.#faults.stall === 'events') return;
    let event: Incoming | undefined;
    try {
      event = JSON.parse(text) as Incoming;
      this.#conversation.take(event);
    } catch (error) {
      const refusal =
        error instanceof Refusal
          ? error
          : new Refusal('The event could not be read.', { code: 'invalid_event' });
      const { message, type, code, param } = refusal;
      this.#sendEvent({
        type: 'error',
        error: { type, code, message, param, event_id: event?.event_id ?? null },
      });
    }
  }

  #sendEvent(event: Outgoing): void {
    if (this.#isGone || this.#ended || this.#channel?.readyState !== 'open') return;
    if (this.#faults.stall === 'events') return;
    this.#channel.send(JSON.stringify({ event_id: newId('event'), ...event }));
  }

  #sendPacket(payload: Buffer, isFirst: boolean): void {
    if (this.#isGone) return;
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#timestamp = (this.#timestamp + FRAME) >>> 0;
    const header = new RtpHeader({
      payloadType: 0,
      sequenceNumber: this.#sequence,
      timestamp: this.#timestamp,
      marker: isFirst,
    });
    this.#track.writeRtp(new RtpPacket(header, payload));
  }

  #drop(): void {
    if (this.#faults.drop === 'vanish') this.#isGone = true;
    else void this.end('drop');
  }

  #after(ms: number, work: () => void): void {
    this.#timers.push(setTimeout(work, ms));
  }
}

/** Resolves when all own addresses are known. */
async function gathered(connection: RTCPeerConnection): Promise<void> {
  if (connection.iceGatheringState === 'complete') return;
  await new Promise<void>((resolve) => {
    connection.iceGatheringStateChange.subscribe((state) => {
      if (state === 'complete') resolve();
    });
  });
}
