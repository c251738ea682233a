import { encode, RATE } from './mulaw.ts';

const LOUDNESS = 6000;
const PITCHES = [262, 294, 330, 392, 440];

/** A text as soft tones, one a word and as long as the word: something to hear where no voice is installed. */
export function tones(text: string): Buffer {
  const words = text.split(/\s+/).filter(Boolean);
  return Buffer.concat(words.map((word, index) => tone(word.length, PITCHES[index % PITCHES.length] ?? 330)));
}

function tone(letters: number, pitch: number): Buffer {
  const length = Math.round(RATE * (0.08 + 0.035 * Math.min(letters, 12)));
  const pause = Math.round(RATE * 0.05);
  return encode(
    Int16Array.from({ length: length + pause }, (_, at) => {
      if (at >= length) return 0;
      const swell = Math.sin((Math.PI * at) / length);
      return Math.round(LOUDNESS * swell * Math.sin((2 * Math.PI * pitch * at) / RATE));
    }),
  );
}
