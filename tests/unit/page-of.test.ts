import { expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { pageOf } from '@/lib/utils/page-of';

const lost = (field: string) => new AppError('invalid_input', { fields: [{ field, code: 'invalid' }] });

it('shows the first page where the address names a place that is not there', async () => {
  const read = ({ cursor }: { cursor: string | undefined }) =>
    cursor ? Promise.reject(lost('cursor')) : Promise.resolve('first page');
  expect(await pageOf({ cursor: 'old' }, read)).toBe('first page');
});

it('hides nothing else', async () => {
  const tried: unknown[] = [];
  const read = (error: AppError) => (filter: object) => {
    tried.push(filter);
    return Promise.reject(error);
  };
  await expect(pageOf({ cursor: 'old' }, read(lost('from')))).rejects.toThrow('invalid_input');
  await expect(pageOf({ cursor: undefined }, read(lost('cursor')))).rejects.toThrow('invalid_input');
  await expect(pageOf({ cursor: 'old' }, read(new AppError('not_found')))).rejects.toThrow('not_found');
  expect(tried).toHaveLength(3);
});
