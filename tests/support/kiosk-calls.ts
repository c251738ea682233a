import { randomUUID } from 'node:crypto';
import type { Database } from '../../lib/supabase/database.types.ts';
import type { Client } from './clients.ts';

export interface Refusal {
  code: string;
  message: string;
}

/** What a verb answered: its JSON, or the refusal's SQLSTATE and code. */
export interface Answer {
  data: Record<string, unknown>;
  refusal: Refusal | null;
}

type Verb = keyof Database['public']['Functions'] & `kiosk_${string}`;

/** A kiosk's calls through the official client with the server's key. */
export function kioskCalls(client: Client, tokenHash: string) {
  const call = async (verb: Verb, args: object): Promise<Answer> => {
    const { data, error } = await client.rpc(verb, { p_token_hash: tokenHash, ...args } as never);
    return {
      data: (data ?? {}) as Record<string, unknown>,
      refusal: error && { code: error.code, message: error.message },
    };
  };
  const scan = (badgeHash: string, o: { event?: string; ageMs?: number } = {}) =>
    call('kiosk_scan', {
      p_client_event_id: o.event ?? randomUUID(),
      p_badge_hashes: [badgeHash],
      p_age_ms: o.ageMs ?? 0,
    });
  return {
    call,
    scan,
    say: (seq: number, text: string) => call('kiosk_say', { p_seq: seq, p_text: text, p_language: 'fr' }),
    reply: (seq: number, text: string) =>
      call('kiosk_reply', { p_seq: seq, p_text: text, p_payload: {}, p_dialog: { turn: seq } }),
    tool: (id: string, tool: string, args: object = {}) =>
      call('kiosk_use_tool', { p_tool_call_id: id, p_tool: tool, p_arguments: args }),
    close: (reason: string, lastSeq = 0) => call('kiosk_close', { p_reason: reason, p_last_seq: lastSeq }),
    /** Scans and starts; throws when either is refused. */
    async start(badgeHash: string, consents: object = { talk: true, analyse: true, remember: false }) {
      const scanned = await scan(badgeHash);
      const started = await call('kiosk_start_conversation', {
        p_scan_id: scanned.data.scan_id,
        p_language: 'fr',
        p_consents: consents,
        p_consent_version: 'test-1',
      });
      const refusal = scanned.refusal ?? started.refusal;
      if (refusal) throw new Error(`The conversation did not start: ${refusal.message}`);
      return started.data;
    },
  };
}
