import { describe, expect, it } from 'vitest';
import { accessHtml } from '@/lib/rights/access-html';
import { accessFileSchema } from '@/lib/rights/schemas';

const wild = `<img src=x onerror="alert('1')"> & {name} =HYPERLINK("http://x")`;

const file = (more: object = {}) =>
  accessFileSchema.parse({
    schema: 'jarvis.member-access-file',
    version: 1,
    made_at: '2026-11-21T18:02:03.456+00:00',
    checked: 'by_document',
    language: 'fr',
    gym: { name: wild, timezone: 'Europe/Paris' },
    person: { first_name: wild, last_name: 'Morel', birth_date: '1990-02-03', is_minor: false },
    former: [],
    sections: {
      visits: [{ gym: 'Lyon', started_at: '2026-11-20T17:00:00+00:00', source: 'kiosk' }],
      conversations: [
        {
          gym: 'Lyon',
          transcript: [{ source: 'member', text: wild, payload: { [wild]: wild } }],
          summary: { key_topics: ['showers', wild], sentiment_score: -0.5 },
        },
      ],
      notes: [],
      lockers: [{ number: 12, 'a"b': wild }],
    },
    ...more,
  });

describe('the access file as a page', () => {
  it('is text and nothing else, whatever somebody wrote', async () => {
    const page = await accessHtml(file());
    const body = page.slice(page.indexOf('<body>'));
    expect(page).not.toContain('<img');
    expect(page).not.toContain(wild);
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; {name}');
    const tags = new Set(
      [...body.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)].map(([, tag, rest]) => `${tag}${rest}`),
    );
    expect([...tags].filter((tag) => !/^[a-z0-9]+( class="wide"| scope="col")?$/.test(tag))).toEqual([]);
  });

  it('loads nothing and runs nothing', async () => {
    const page = await accessHtml(file());
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<(script|link|iframe|object|form|a)\b|@import|url\(/);
    expect(page.replaceAll(/&quot;http:\/\/x&quot;/g, '')).not.toMatch(/https?:/);
  });

  it('says in words of the reader what a column is, and leaves what it does not know as it is', async () => {
    const page = await accessHtml(file());
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('<dt>Date de naissance</dt><dd>3\u00a0févr. 1990</dd>');
    expect(page).toContain('<dt>Mineur</dt><dd>non</dd>');
    expect(page).toContain('20\u00a0novembre 2026, 18\u00a0h\u00a000');
    expect(page).toContain('<td>la borne</td>');
    expect(page).toContain('<h2>lockers <small>1</small></h2>');
    expect(page).toContain('Rien n’est gardé sous\u00a0: Notes et contacts.');
  });

  it.each([
    ['en', 'What we keep about', 'the kiosk'],
    ['es', 'Lo que guardamos sobre', 'el quiosco'],
  ] as const)('in %s too', async (language, title, source) => {
    const page = await accessHtml(file({ language }));
    expect(page).toContain(title);
    expect(page).toContain(`<td>${source}</td>`);
  });
});
