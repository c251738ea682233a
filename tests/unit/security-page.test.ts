import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const page = read('docs/security.md');

/** How many requirements of levels 1 and 2 each section of ASVS 5.0 has; they are numbered without gaps. */
const sections = [
  '1.1:2 1.2:9 1.3:11 1.4:3 1.5:2',
  '2.1:3 2.2:3 2.3:4 2.4:1',
  '6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4',
  '7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2',
  '8.1:2 8.2:3 8.3:1 8.4:1',
  '16.1:1 16.2:5 16.3:4 16.4:3 16.5:3',
].flatMap((chapter) => chapter.split(' ').map((one) => one.split(':')));
const required = sections.flatMap(([section, count]) =>
  Array.from({ length: Number(count) }, (_, at) => `${section}.${at + 1}`),
);

interface Row {
  ids: string;
  how: string;
  test: string;
}

const rows: Row[] = page
  .split('\n')
  .map((line) => line.split(' | '))
  .filter(([first = '']) => /^\| \d+\.\d+\.\d+/.test(first))
  .map(([ids = '', , how = '', test = '']) => ({ ids: ids.slice(2), how, test }));

/** `6.2.2–6.2.4` and `1.2.1, 1.2.3` written out. */
function idsOf(cell: string): string[] {
  return cell.split(', ').flatMap((part) => {
    const [from = '', to = from] = part.split('–');
    const at = (id: string) => Number(id.split('.')[2]);
    const section = from.split('.').slice(0, 2).join('.');
    return Array.from({ length: at(to) - at(from) + 1 }, (_, more) => `${section}.${at(from) + more}`);
  });
}

describe('the page of security', () => {
  it('has each requirement of its chapters once', () => {
    expect(rows.flatMap(({ ids }) => idsOf(ids)).toSorted()).toEqual(required.toSorted());
  });

  const named = [...page.matchAll(/`((?:tests|supabase)\/[\w./-]+\.(?:ts|sql))` "([^"]+)"/g)];
  it.each(named.map(([, file = '', name = '']) => [file, name]))('%s has a test "%s"', (file, name) => {
    expect(read(file)).toContain(name);
  });

  it.each(rows.map((row) => [row.ids, row] as const))(
    '%s names its test or says why there is none',
    (_ids, row) => {
      const hasTest = /`(tests|supabase)\/[\w./-]+` "/.test(row.test);
      const hasReason = /not applicable, because|\*\*open/.test(row.how) || / no code for it/.test(row.test);
      expect(hasTest || hasReason).toBe(true);
    },
  );

  it('says no more than 300 lines', () => expect(page.split('\n').length).toBeLessThan(300));
});

it('the app runs no text as code, command or markup', () => {
  const files = globSync(['{app,components,lib,supabase/functions}/**/*.{ts,tsx}', '*.ts'], { cwd: root });
  expect(files.length).toBeGreaterThan(300);
  const running =
    /\beval\(|\bnew Function\(|\bFunction\(['"`]|child_process|node:vm|dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/;
  expect(files.filter((file) => running.test(read(file)))).toEqual([]);
});

it('nothing hinders pasting', () => {
  const files = globSync('components/{auth,ui,dashboard/settings}/**/*.tsx', { cwd: root });
  expect(files.length).toBeGreaterThan(30);
  const listening = /\bon(?:Paste|BeforeInput)\b|['"](?:paste|beforeinput)['"]/;
  expect(files.filter((file) => listening.test(read(file)))).toEqual([]);
});
