import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { errorStatus } from '@/lib/errors';
import { loadMessages } from '@/lib/i18n/messages';

/** The argument names of one ICU message, in order of the alphabet. */
function argumentsOf(message: string): string {
  const names = new Set<string>();
  const walk = (parts: MessageFormatElement[]) => {
    for (const part of parts) {
      if (part.type === TYPE.literal || part.type === TYPE.pound) continue;
      names.add(part.value);
      if (part.type === TYPE.tag) walk(part.children);
      if (part.type === TYPE.select || part.type === TYPE.plural) {
        for (const option of Object.values(part.options)) walk(option.value);
      }
    }
  };
  walk(parse(message));
  return [...names].sort().join(' ');
}

/** Flattens a catalog to `path → argument names`. */
function shape(node: unknown, path = ''): Record<string, string> {
  if (typeof node === 'string') return { [path]: argumentsOf(node) };
  const children = Object.entries(node as object);
  return Object.assign({}, ...children.map(([key, child]) => shape(child, path ? `${path}.${key}` : key)));
}

function texts(node: unknown): string[] {
  return typeof node === 'string' ? [node] : Object.values(node as object).flatMap(texts);
}

describe('messages', async () => {
  const fr = await loadMessages('fr');
  it.each(['en', 'es'] as const)('%s has the keys and arguments of French', async (locale) => {
    expect(shape(await loadMessages(locale))).toEqual(shape(fr));
  });

  it.each(['fr', 'en', 'es'] as const)('%s has a text for each error code', async (locale) => {
    const { errors } = await loadMessages(locale);
    expect(Object.keys(errors)).toEqual(expect.arrayContaining(Object.keys(errorStatus)));
  });

  it.each(['fr', 'en', 'es'] as const)('%s has no empty text, exclamation mark or emoji', async (locale) => {
    const wrong = texts(await loadMessages(locale)).filter(
      (text) => !text.trim() || /[!¡]|\p{Extended_Pictographic}/u.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('French puts a no-break space before double punctuation', () => {
    const plain = texts(fr).map((text) => text.replaceAll(/\{[^{}]*\}/g, '').replaceAll(/https?:/g, ''));
    expect(
      plain.filter(
        (text) => /[^\s\u00a0\u202f]\s?[?;]|[^\s] [:»]|« /.test(text) && !/[\u00a0\u202f][?;:»]/.test(text),
      ),
    ).toEqual([]);
  });
});
