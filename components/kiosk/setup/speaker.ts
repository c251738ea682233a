import type { OpenMicrophone } from './microphone';
import { toneHz, toneLevel, wasHeard } from './tone';

const beats = 3;
const onMs = 450;
const offMs = 350;
/** Until sound has gone out and come back. */
const settleMs = 200;
const stepMs = 50;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Plays three tones at `volume` (0 to 1) and listens for them through the microphone, if there is one.
 * True when it heard them; false says only that somebody has to be asked.
 */
export async function playAndListen(microphone: OpenMicrophone | null, volume: number): Promise<boolean> {
  const context = microphone?.context ?? new AudioContext();
  await context.resume();
  const tone = new OscillatorNode(context, { frequency: toneHz });
  const gain = new GainNode(context, { gain: 0 });
  tone.connect(gain).connect(context.destination);
  tone.start();
  const listen = async (ms: number, into: number[]) => {
    await pause(settleMs);
    for (let at = settleMs; at < ms; at += stepMs) {
      if (microphone) into.push(toneLevel(microphone.frame(), microphone.sampleRate));
      await pause(stepMs);
    }
  };
  const [playing, pausing]: [number[], number[]] = [[], []];
  for (let beat = 0; beat < beats; beat += 1) {
    gain.gain.setTargetAtTime(volume / 2, context.currentTime, 0.005);
    await listen(onMs, playing);
    gain.gain.setTargetAtTime(0, context.currentTime, 0.005);
    await listen(offMs, pausing);
  }
  tone.stop();
  if (!microphone) await context.close();
  return wasHeard(playing, pausing);
}
