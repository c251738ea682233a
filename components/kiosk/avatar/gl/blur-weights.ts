/** Joint weights of three boxes of `reach` pixels to each side, the middle first; they sum to 1 over both sides. */
export function tripleBox(reach: number): number[] {
  const box = Array.from({ length: 2 * reach + 1 }, () => 1 / (2 * reach + 1));
  let joint = [1];
  for (let pass = 0; pass < 3; pass++) {
    joint = Array.from({ length: joint.length + box.length - 1 }, (_, place) =>
      box.reduce((sum, share, at) => sum + share * (joint[place - at] ?? 0), 0),
    );
  }
  return joint.slice(3 * reach);
}
