import { onsetAge } from './onset';
import type { SoundSource } from './sound';

const samples = 512;
/** A sixth of a second: as long as a busy page may look away. */
const rememberedSamples = 8192;
/** Four bands of a voice, in hertz from and to. */
const bands = [
  [90, 260],
  [260, 700],
  [700, 1900],
  [1900, 4200],
] as const;
/** A loud voice close to the microphone reaches about this much. */
const loudRms = 0.22;
/** Above this somebody can be heard; below it is the hiss of the line. */
const heardRms = 0.006;
const bandDecibels = { least: -85, most: -25 };

export interface Meter extends SoundSource {
  /** Root mean square of what is heard right now, from 0 to 1. */
  rms: () => number;
  isHeard: () => boolean;
  /** How many milliseconds ago the present sound began; null in silence. */
  onsetAge: () => number | null;
  close: () => void;
}

let context: AudioContext | undefined;

/** The kiosk's one audio context; it sleeps until a page may make sound. */
export function audioContext(): AudioContext {
  context ??= new AudioContext({ latencyHint: 'interactive' });
  if (context.state === 'suspended') void context.resume();
  return context;
}

/** Measures a stream; `isAudible` says whether what it carries reaches anybody. */
export function meterOf(stream: MediaStream, isAudible: () => boolean = () => true): Meter {
  const audio = audioContext();
  const source = audio.createMediaStreamSource(stream);
  const analyser = audio.createAnalyser();
  analyser.fftSize = samples;
  analyser.smoothingTimeConstant = 0.5;
  const memory = audio.createAnalyser();
  memory.fftSize = rememberedSamples;
  source.connect(analyser);
  source.connect(memory);
  const remembered = new Float32Array(rememberedSamples);
  const wave = new Float32Array(samples);
  const spectrum = new Float32Array(analyser.frequencyBinCount);
  const binHertz = audio.sampleRate / samples;

  const rms = () => {
    if (!isAudible()) return 0;
    analyser.getFloatTimeDomainData(wave);
    let sum = 0;
    for (const value of wave) sum += value * value;
    return Math.sqrt(sum / samples);
  };
  const loudness = (from: number, to: number) => {
    const bins = spectrum.subarray(Math.ceil(from / binHertz), Math.max(1, Math.ceil(to / binHertz)) + 1);
    const most = bins.reduce((top, value) => Math.max(top, value), -Infinity);
    const { least, most: full } = bandDecibels;
    return Math.min(1, Math.max(0, (most - least) / (full - least)));
  };
  return {
    rms,
    isHeard: () => rms() > heardRms,
    onsetAge: () => {
      if (!isAudible()) return null;
      memory.getFloatTimeDomainData(remembered);
      return onsetAge(remembered, audio.sampleRate, heardRms);
    },
    level: () => Math.min(1, Math.sqrt(rms() / loudRms)),
    bands: () => {
      if (!isAudible()) return [0, 0, 0, 0];
      analyser.getFloatFrequencyData(spectrum);
      const [a, b, c, d] = bands;
      return [loudness(...a), loudness(...b), loudness(...c), loudness(...d)];
    },
    close: () => source.disconnect(),
  };
}
