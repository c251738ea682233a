import { createHash } from 'node:crypto';
import type { Message } from './store.ts';

const style = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.25rem; }
  ol { list-style: none; padding: 0; }
  li { border-top: 1px solid #8884; }
  li a { display: block; padding: .75rem 0; text-decoration: none; color: inherit; }
  li a:hover, li a:focus { text-decoration: underline; }
  small, dt { color: GrayText; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0; }
  dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid #8884; padding: 1rem; }
  iframe { width: 100%; height: 32rem; border: 1px solid #8884; background: white; }`;

const styleHash = createHash('sha256').update(style).digest('base64');

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Mails bring styles of their own, inline; only a page that shows one allows these. */
const policy = (styles: string) =>
  `default-src 'none'; style-src ${styles}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** Escaped text whose web addresses can be clicked. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) =>
      index % 2 === 0 ? escape(part) : `<a href="${escape(part)}" rel="noreferrer">${escape(part)}</a>`,
    )
    .join('');
}

function page(title: string, body: string, styles: string, status = 200): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${style}</style></head><body>${body}</body></html>`;
  return new Response(html, {
    status,
    headers: { ...headers, 'content-security-policy': policy(styles) },
  });
}

/** All messages, newest first. */
export function listPage(messages: Message[]): Response {
  const items = messages.map(
    (message) => `<li><a href="/mailbox/${escape(message.id)}"><strong>${escape(message.subject)}</strong><br>
      <small>${escape(message.to.join(', '))} · <time>${escape(message.created_at)}</time></small></a></li>`,
  );
  const list = items.length > 0 ? `<ol>${items.join('')}</ol>` : '<p>No messages yet.</p>';
  return page('Mailbox', `<h1>Mailbox</h1>${list}`, `'sha256-${styleHash}'`);
}

/** One message: its text, and its HTML in a frame that runs nothing. */
export function messagePage(message: Message | undefined): Response {
  const back = '<p><a href="/mailbox">All messages</a></p>';
  if (!message)
    return page(
      'Not found',
      `${back}<h1>This message is not here any more.</h1>`,
      `'sha256-${styleHash}'`,
      404,
    );
  const facts = [
    ['From', message.from],
    ['To', message.to.join(', ')],
    ['Sent', message.created_at],
  ].map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escape(value)}</dd>`);
  const frame = message.html
    ? `<h2>HTML</h2><iframe title="HTML version" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escape(`<base target="_blank">${message.html}`)}"></iframe>`
    : '';
  const text = message.text ? `<h2>Text</h2><pre>${withLinks(message.text)}</pre>` : '';
  return page(
    message.subject,
    `${back}<h1>${escape(message.subject)}</h1><dl>${facts.join('')}</dl>${text}${frame}`,
    "'unsafe-inline'",
  );
}
