import type { Health } from '../health/health';

/** The room as it is, before anything is made of it; and the echo of the test tone has to stay. */
const untouched = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
const frameSize = 2048;

export interface OpenMicrophone {
  sampleRate: number;
  context: AudioContext;
  /** The last 40 ms, as samples from -1 to 1. */
  frame(): Float32Array;
  close(): void;
}

type Refused = Extract<Health['microphone'], 'blocked' | 'missing'>;

/** Opens the microphone for a diagnosis, which somebody has asked for at the kiosk; or why there is none. */
export async function openMicrophone(): Promise<OpenMicrophone | Refused> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: untouched });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'blocked' : 'missing';
  }
  const context = new AudioContext();
  await context.resume();
  const analyser = new AnalyserNode(context, { fftSize: frameSize });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(frameSize);
  return {
    sampleRate: context.sampleRate,
    context,
    frame: () => {
      analyser.getFloatTimeDomainData(samples);
      return samples;
    },
    close: () => {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}
