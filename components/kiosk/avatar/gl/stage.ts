import type { SoundSource, Speaker } from '../../voice/sound';
import type { AvatarState } from '../looks';

/** What one drawn frame took. */
export interface FrameWork {
  /** Time of the main thread in milliseconds. */
  ms: number;
  calls: number;
  triangles: number;
  points: number;
}

/** What a measurement or a picture asks of the avatar; set on `window` before the page loads, never by the product. */
export interface AvatarStage {
  /** `gl` also on a software renderer and without stepping down, `calm` never, `bare` draws nothing at all. */
  form: 'gl' | 'calm' | 'bare';
  state?: AvatarState;
  sound?: Partial<Record<Speaker, SoundSource>>;
  onFrame?: (work: FrameWork) => void;
}

declare global {
  interface Window {
    jarvisStage?: AvatarStage;
  }
}

export const stage = (): AvatarStage | undefined => window.jarvisStage;
