import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMail as render } from '@/supabase/functions/_shared/mail/templates';
import { mailKinds } from '@/supabase/functions/_shared/mail/types';

const renderMail = (mail: Parameters<typeof render>[0], to: string) => render(mail, to, (agent) => agent);

const languages = ['fr', 'en', 'es'] as const;
const address = 'https://jarvis.example.test/auth/confirm?token_hash=abc&type=invite';
const params = {
  full_name: 'Léa Morel',
  invited_by_name: 'Jean Petit',
  place: 'L’Atelier Forme',
  role: 'gym_manager',
  at: '2026-11-21T14:05:00Z',
  user_agent: 'Firefox',
};
const all = mailKinds.flatMap((kind) => languages.map((language) => ({ kind, language })));

describe.each(all)('$kind in $language', ({ kind, language }) => {
  it('has one button, its address in clear, and says the same in both forms', () => {
    const { subject, html, text } = renderMail({ kind, language, params }, address);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html.match(/class="button"/g)).toHaveLength(1);
    const escaped = address.replace('&', '&amp;');
    expect(html.split(`href="${escaped}"`)).toHaveLength(3);
    expect(html).toContain(`>${escaped}</a>`);
    expect(text.split(address)).toHaveLength(2);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(subject).not.toMatch(/[\r\n]|^$/);
    for (const line of text.split('\n').filter((line) => line !== '' && line !== address))
      expect(html).toContain(line);
    expect(text + subject).not.toMatch(/undefined|null|\[object|!/);
  });

  it('does without any of its facts', () => {
    const { text, subject } = renderMail({ kind, language, params: {} }, address);
    expect(text + subject).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('stays one subject and inert whatever its facts are', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'x\r\nBcc: a@b.example',
        '</style><script>alert(1)</script>',
        '"><img src=x onerror=1>',
        'http://evil.example/x',
        'a\u2028b\u202Ec',
      ),
      fc.anything(),
    );
    const facts = fc.record({
      full_name: hostile,
      invited_by_name: hostile,
      place: hostile,
      role: hostile,
      at: hostile,
      user_agent: hostile,
    });
    fc.assert(
      fc.property(facts, (made) => {
        const { subject, html, text } = renderMail({ kind, language, params: made }, address);
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect([...subject].length).toBeLessThanOrEqual(160);
        const shape = (page: string) => page.match(/<\/?[a-z!][^>]*>/g)?.length;
        const calm = renderMail({ kind, language, params: {} }, address);
        expect(html).not.toMatch(/<script|<img|onerror=1>/);
        expect((shape(html) ?? 0) - (shape(calm.html) ?? 0)).toBeLessThanOrEqual(6);
        expect(text.match(/https?:\/\/\w/g)).toEqual(['https://j']);
        expect(html.match(/https?:\/\/\w/g)).toHaveLength(3);
      }),
      { numRuns: 100 },
    );
  });
});

describe('facts', () => {
  it('are said in words of the reader', () => {
    const { text } = renderMail({ kind: 'invitation', language: 'fr', params }, address);
    expect(text).toContain(
      'Jean Petit vous invite à ouvrir un compte JARVIS pour L’Atelier Forme.\n\nVotre rôle : responsable de salle.',
    );
    expect(renderMail({ kind: 'mfa_removed', language: 'es', params }, address).text).toMatch(
      /Cuándo: 21 de noviembre de 2026 a las 15:05 CET\.\n\nDispositivo: Firefox\./,
    );
  });

  it('never make a link of a name', () => {
    const made = { ...params, full_name: 'www.evil.example', place: 'pay at https://evil.example/now' };
    const { text, html } = renderMail({ kind: 'invitation', language: 'en', params: made }, address);
    expect(text).toContain('www.\u2060evil.\u2060example');
    expect(html).not.toContain('evil.example');
  });

  it('unknown to us are left out; an unknown language is French', () => {
    const odd = { ...params, role: 'constructor' };
    expect(renderMail({ kind: 'invitation', language: 'en', params: odd }, address).text).not.toContain(
      'Your role',
    );
    expect(renderMail({ kind: 'reset', language: 'xx' as never, params }, address).html).toContain(
      'lang="fr"',
    );
    expect(() => renderMail({ kind: 'newsletter' as never, language: 'fr', params }, address)).toThrow(
      'unknown_kind',
    );
  });
});
