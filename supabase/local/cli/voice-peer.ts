import { parseArgs } from 'node:util';
import { startVoicePeer } from '../voice-peer/index.ts';
import { main, parsePort, stopOnSignal } from './main.ts';

await main(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const peer = await startVoicePeer({ port: parsePort(values.port, '--port') });
  stopOnSignal(() => peer.stop());
  process.stdout.write(`${JSON.stringify({ url: peer.url, key: peer.key })}\n`);
});
