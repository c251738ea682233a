import { json, refusal } from '../api/answers.ts';
import type { Keys } from '../keys.ts';
import type { Database } from '../types.ts';
import { listPage, messagePage } from './page.ts';
import { answerEmails } from './resend.ts';
import { listMessages, readMessage } from './store.ts';

export function isMailboxPath(pathname: string): boolean {
  return pathname === '/emails' || pathname === '/mailbox' || pathname.startsWith('/mailbox/');
}

/**
 * The mailbox: takes mail by Resend's API, and shows it as a page (`/mailbox`) and as JSON (`/mailbox/messages?to=`).
 * An exposed backend takes mail and shows none, for links in it open accounts.
 */
export async function answerMailbox(
  request: Request,
  url: URL,
  o: { keys: Keys; database: Database; isExposed: boolean },
): Promise<Response> {
  const call = `${request.method} ${url.pathname}`;
  if (call === 'POST /emails')
    return answerEmails(request, { key: o.keys.resend_api_key, database: o.database });
  if (o.isExposed || request.method !== 'GET') return refusal(404, 'no Route matched with those values');
  if (url.pathname === '/mailbox') return listPage(await listMessages(o.database, null));
  if (url.pathname === '/mailbox/messages')
    return json(await listMessages(o.database, url.searchParams.get('to')), 200, {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  return messagePage(await readMessage(o.database, url.pathname.slice('/mailbox/'.length)));
}
