import 'server-only';
import { defaultStackParser, makeNodeTransport, NodeClient } from '@sentry/nextjs';
import { version } from '@/package.json';
import { clientOptions } from './client-options';

/** A client that reports what it is given; it hooks into nothing of the process. */
export function connect(dsn: string): NodeClient {
  const client = new NodeClient({
    ...clientOptions,
    dsn,
    release: `jarvis@${version}`,
    environment: 'server',
    transport: makeNodeTransport,
    stackParser: defaultStackParser,
    integrations: [],
  });
  client.init();
  return client;
}
