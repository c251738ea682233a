import { text } from 'node:stream/consumers';
import { createViteServer } from 'vitest/node';

const page = `<!doctype html><meta charset="utf-8"><title>Voix</title><body><script type="module" src="/voice.js"></script>`;

/** What the page below hands to a journey: the SDK as it is, and a meter on what is heard. */
const script = `
import { OpenAIRealtimeWebRTC, RealtimeAgent, RealtimeSession, tool } from '@openai/agents-realtime';

const events = [];
const calls = [];
const audio = new AudioContext();
const meter = audio.createAnalyser();
const element = new Audio();
let session;

/** Root mean square of the last 43 ms that were heard. */
function loudness() {
  const samples = new Float32Array(meter.fftSize);
  meter.getFloatTimeDomainData(samples);
  return Math.hypot(...samples) / Math.sqrt(samples.length);
}

function listen(type) {
  return events.filter((event) => event.type === type);
}

/** Calls the peer; answers how long the SDK took until it was ready. */
async function connect({ key, instructions, tools, config }) {
  await audio.resume();
  const mediaStream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, autoGainControl: false, noiseSuppression: false } });
  const transport = new OpenAIRealtimeWebRTC({
    baseUrl: location.origin + '/v1/realtime/calls',
    audioElement: element,
    mediaStream,
    changePeerConnection: (connection) => {
      connection.addEventListener('track', ({ streams }) => audio.createMediaStreamSource(streams[0]).connect(meter));
      return connection;
    },
  });
  const agent = new RealtimeAgent({
    name: 'JARVIS',
    instructions,
    tools: Object.keys(tools).map((name) =>
      tool({
        name,
        description: name,
        parameters: { type: 'object', properties: {}, required: [], additionalProperties: true },
        strict: false,
        execute: (args) => {
          calls.push({ name, args });
          return tools[name];
        },
      }),
    ),
  });
  session = new RealtimeSession(agent, { transport, model: 'gpt-realtime-2.1-mini', tracingDisabled: true, config });
  session.on('transport_event', (event) => events.push({ ...event, at: performance.now() }));
  session.on('error', (error) => events.push({ type: 'sdk_error', error: String(error.error?.message ?? JSON.stringify(error)), at: performance.now() }));
  const begun = performance.now();
  await session.connect({ apiKey: key });
  return performance.now() - begun;
}

/** Asks again whenever an answer is over, until one is spoken over: the microphone speaks when it likes. */
function talkUntilInterrupted() {
  let isOver = false;
  session.on('transport_event', ({ type }) => {
    isOver ||= type === 'output_audio_buffer.cleared';
    if (type === 'output_audio_buffer.stopped' && !isOver) session.sendMessage('que peux-tu faire ?');
  });
  session.transport.requestResponse();
}

Object.assign(window, { voice: { connect, talkUntilInterrupted, calls, events, listen, loudness, session: () => session } });
document.title = 'Voix prête';
`;

/** Answers the browser's offer as our server does. */
export type AnswerOffer = (sdp: string) => Promise<{ sdp: string; location: string }>;

/**
 * A page that runs `@openai/agents-realtime` unchanged.
 * @param way where its `/v1` leads: to the origin of a server, or offers alone to a function
 */
export async function startVoicePage(
  way: string | AnswerOffer,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = await createViteServer({
    configFile: false,
    root: process.cwd(),
    cacheDir: 'test-results/voice-page',
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { include: ['@openai/agents-realtime'], noDiscovery: true },
    server: {
      port: 0,
      host: '127.0.0.1',
      hmr: false,
      watch: null,
      ...(typeof way === 'string' ? { proxy: { '/v1': new URL(way).origin } } : {}),
    },
    plugins: [
      {
        name: 'voice-page',
        resolveId: (id) => (id === '/voice.js' ? id : undefined),
        load: (id) => (id === '/voice.js' ? script : undefined),
        configureServer: (vite) => {
          if (typeof way !== 'string') {
            vite.middlewares.use('/v1/realtime/calls', (request, response) => {
              void text(request)
                .then(way)
                .then(
                  ({ sdp, location }) =>
                    response.writeHead(201, { 'content-type': 'application/sdp', location }).end(sdp),
                  (error: unknown) => response.writeHead(502).end(String(error)),
                );
            });
          }
          return () => {
            vite.middlewares.use((_request, response) => {
              response.setHeader('content-type', 'text/html');
              response.end(page);
            });
          };
        },
      },
    ],
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('The page has no address.');
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
}
