/** Does the work for every item, at most `width` at a time, in their order; the results are in that order too. */
export async function inOrder<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T, at: number) => Promise<R>,
) {
  const results = Array.from<R>({ length: items.length });
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!, at);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
