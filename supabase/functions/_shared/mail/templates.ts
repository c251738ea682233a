import type { Language } from '../language/intents.ts';
import { escapeHtml, oneLine, readFacts } from './plain.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import {
  type ClaimedMail,
  type DescribeAgent,
  MailError,
  type Message,
  mailKinds,
  type Texts,
} from './types.ts';

const texts: Record<Language, Texts> = { fr, en, es };

const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 16px; background: #f6f5f3; color: #1c1916; font: 16px/24px ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
main { max-width: 520px; margin: 0 auto; padding: 32px; border: 1px solid #e3e2df; border-radius: 12px; background: #ffffff; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 30px; font-weight: 600; }
p { margin: 0 0 16px; }
.button { display: inline-block; padding: 12px 24px; border-radius: 8px; background: #3debc9; color: #021f1c; font-weight: 600; text-decoration: none; }
.quiet { color: #55504b; font-size: 14px; line-height: 20px; }
.address { word-break: break-all; }
.address a { color: inherit; }
footer { border-top: 1px solid #e3e2df; padding-top: 16px; }
footer p:last-child { margin: 0; }
@media (prefers-color-scheme: dark) {
  body { background: #100f0d; color: #f1f0ed; }
  main { background: #171513; border-color: #292624; }
  .quiet { color: #b5b2ad; }
  footer { border-color: #292624; }
}`;

/**
 * The mail in its language, as HTML and as plain text with the same words and one address. The same mail and address
 * make the same text to the byte, so that a provider recognises a repeated attempt. Throws `MailError` for a kind that
 * has no text.
 */
export function renderMail(
  mail: Pick<ClaimedMail, 'kind' | 'language' | 'params'>,
  address: string,
  describe: DescribeAgent,
): Message {
  if (!mailKinds.includes(mail.kind)) throw new MailError('unknown_kind');
  const language = Object.hasOwn(texts, mail.language) ? mail.language : 'fr';
  const words = texts[language];
  const facts = readFacts(mail.params, language, describe);
  const role = facts.role !== null && Object.hasOwn(words.roles, facts.role) ? words.roles[facts.role] : null;
  const text = words.kinds[mail.kind]({ ...facts, role: role ?? null });
  const subject = oneLine(text.subject);
  const body = [words.greeting(facts.name), ...text.lines];
  const small = [text.why, text.notYou, words.sender];

  const p = (line: string, name = '') => `<p${name && ` class="${name}"`}>${escapeHtml(line)}</p>`;
  const href = escapeHtml(address);
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(text.heading)}</title>
<style>${style}
</style>
</head>
<body>
<main>
<h1>${escapeHtml(text.heading)}</h1>
${body.map((line) => p(line)).join('\n')}
<p><a class="button" href="${href}">${escapeHtml(text.button)}</a></p>
${text.validity ? `${p(text.validity, 'quiet')}\n` : ''}${p(words.inClear, 'quiet')}
<p class="quiet address"><a href="${href}">${href}</a></p>
<footer>
${small.map((line) => p(line, 'quiet')).join('\n')}
</footer>
</main>
</body>
</html>
`;
  const parts = [
    text.heading,
    ...body,
    `${text.button}\n${address}`,
    ...(text.validity ? [text.validity] : []),
    ...small,
  ];
  return { subject, html, text: `${parts.join('\n\n')}\n` };
}
