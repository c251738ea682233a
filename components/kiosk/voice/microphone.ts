import { noteHealth } from '../health/health';

/** Set on purpose: a kiosk hears its own voice and a loud hall. */
const wanted: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  channelCount: 1,
};

const blocked = new Set(['NotAllowedError', 'SecurityError']);

/** Opens the microphone, never before somebody chose to talk (rule P2); null when there is none to open. */
export async function openMicrophone(): Promise<MediaStream | null> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: wanted });
    noteHealth({ microphone: 'ok' });
    return stream;
  } catch (error) {
    noteHealth({
      microphone: error instanceof DOMException && blocked.has(error.name) ? 'blocked' : 'missing',
    });
    return null;
  }
}

/** Ends what a microphone records; nothing to do without one. */
export function shut(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
