/*
 * The voice peer stands in for OpenAI's Realtime API over WebRTC where there is no key: the same requests, the same
 * events, sound both ways. It understands no speech; the scripted brain answers what is typed or tapped.
 *
 *   POST /v1/realtime/client_secrets       makes an ek_ secret
 *   POST /v1/realtime/calls                offer in, answer out; the call's id is in Location
 *   POST /v1/realtime/calls/{id}/hangup    ends a call
 *
 * Two more routes are its own, behind the same key:
 *
 *   GET    /v1/voice-peer/calls            the calls: [{ id, started_at, ended, responses, model }]
 *   POST   /v1/voice-peer/faults           lets coming calls misbehave; body as `faultRule` in faults.ts says:
 *            match         only calls whose instructions hold this text
 *            times         for so many calls, one unless told
 *            refuse        401, 429 or 503 instead of an answer to the offer
 *            stall         'answer' (the offer stays open), 'events' (the channel stays silent), 'response' (never done)
 *            drop          'hang_up' or 'vanish' (as a dead network), `drop_after_ms` after the first sound
 *            error         code of an error event in place of the first response
 *            rate_limit    the first response fails at a limit
 *            transcription 'none': neither transcript nor failure of what is spoken
 *            transcripts   what the spoken turns said, by turn
 *            late_ms       answers sound so much later
 *   DELETE /v1/voice-peer/faults           forgets those that no call has used
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultRule } from './faults.ts';
import { Peer } from './peer.ts';
import { newId } from './protocol/ids.ts';
import { Refusal } from './protocol/types.ts';

const LARGEST_BODY = 1_000_000;

export interface RunningVoicePeer {
  /** Base address for `OPENAI_BASE_URL`, such as http://127.0.0.1:1234/v1. */
  url: string;
  key: string;
  stop(): Promise<void>;
}

/**
 * Starts the voice peer on loopback.
 * @param o.port 0 takes a free one
 * @param o.key Bearer key of the project; made when not given
 * @param o.espeak name or path of espeak-ng
 */
export async function startVoicePeer(
  o: { port?: number; key?: string; espeak?: string } = {},
): Promise<RunningVoicePeer> {
  const key = o.key ?? `sk-local-${randomBytes(24).toString('base64url')}`;
  const peer = new Peer(o.espeak);
  const server = createServer((request, response) => void answer(peer, key, request, response));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(o.port ?? 0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    key,
    stop: async () => {
      await peer.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(
  peer: Peer,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('x-request-id', newId('req'));
  try {
    await route(peer, key, request, response);
  } catch (error) {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal('The server had an error.', { status: 500, type: 'server_error' });
    if (!(error instanceof Refusal)) console.error(error);
    const { status, message, type, code, param } = refusal;
    send(response, status, { error: { message, type, code, param } });
  }
}

async function route(
  peer: Peer,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const isProject = same(bearer, key);
  const secretSession = isProject ? undefined : peer.sessionOf(bearer);
  if (!isProject && secretSession === undefined) {
    throw new Refusal('Incorrect API key provided.', { status: 401, code: 'invalid_api_key' });
  }
  const at = `${request.method} ${new URL(request.url ?? '/', 'http://peer').pathname}`;
  if (at === 'POST /v1/realtime/calls') {
    const { sdp, session } = await readOffer(request, secretSession);
    const call = await peer.call(sdp, session);
    response.writeHead(201, { 'content-type': 'application/sdp', location: `/v1/realtime/calls/${call.id}` });
    response.end(call.sdp);
    return;
  }
  if (!isProject)
    throw new Refusal('This secret only opens calls.', { status: 403, code: 'insufficient_permissions' });
  const hangUp = /^POST \/v1\/realtime\/calls\/(\w+)\/hangup$/.exec(at)?.[1];
  if (hangUp) {
    await peer.end(hangUp, 'hangup');
    return send(response, 200);
  }
  switch (at) {
    case 'POST /v1/realtime/client_secrets':
      return send(
        response,
        200,
        peer.makeSecret((await readJson(request)) as Parameters<Peer['makeSecret']>[0]),
      );
    case 'GET /v1/voice-peer/calls':
      return send(response, 200, peer.list());
    case 'POST /v1/voice-peer/faults': {
      const rule = faultRule.safeParse(await readJson(request));
      if (!rule.success) throw new Refusal(rule.error.message);
      peer.rules.add(rule.data);
      return send(response, 204);
    }
    case 'DELETE /v1/voice-peer/faults':
      peer.rules.clear();
      return send(response, 204);
    default:
      throw new Refusal(`Invalid URL (${at})`, { status: 404 });
  }
}

/** Offer and session: a secret brings its session with it, the project's key sends both as a form. */
async function readOffer(
  request: IncomingMessage,
  secretSession: unknown,
): Promise<{ sdp: string; session: unknown }> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/sdp')) {
    return { sdp: body.toString(), session: secretSession ?? { type: 'realtime' } };
  }
  if (!type.startsWith('multipart/form-data')) {
    throw new Refusal(`Unsupported content type: '${type}'.`, { code: 'unsupported_content_type' });
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new Refusal('The form could not be read.');
    });
  const session = await textOf(form.get('session'));
  const sdp = await textOf(form.get('sdp'));
  if (!sdp) throw new Refusal("Missing required parameter: 'sdp'.", { param: 'sdp' });
  return { sdp, session: session ? parse(session) : (secretSession ?? { type: 'realtime' }) };
}

async function textOf(part: FormDataEntryValue | null): Promise<string> {
  return part === null || typeof part === 'string' ? (part ?? '') : part.text();
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const value = parse((await readBody(request)).toString() || '{}');
  if (typeof value !== 'object' || value === null) throw new Refusal('The body must be a JSON object.');
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('We could not parse the JSON body of your request.');
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) throw new Refusal('The body is too large.', { status: 413 });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
