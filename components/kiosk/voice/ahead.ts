import { openMicrophone, shut } from './microphone';

/** What the browser needs of an issued token: itself, and the session that it keeps using. */
export interface Issued {
  token: string;
  session: Record<string, unknown>;
}
/** A call's token, or the error code why there is none. */
export type CallToken = Issued | { refused: string };

let since = 0;
let microphone: Promise<MediaStream | null> | null = null;
let call: CallToken | null = null;

/** Somebody has chosen to talk and waits from now on: what their first call needs is got while the server answers. */
export function beginWaiting(isSpoken: boolean): void {
  since = performance.now();
  dropAhead();
  if (isSpoken) microphone = openMicrophone();
}

/** Keeps the first call's token until the call is opened. */
export function keepCall(first: CallToken | null): void {
  call = first;
}

/** Since when somebody waits for JARVIS's voice, by `performance.now()`. */
export const waitingSince = (): number => since;

/** The microphone that was opened ahead, once; null where there is none. */
export function takeMicrophone(): Promise<MediaStream | null> | null {
  const taken = microphone;
  microphone = null;
  return taken;
}

/** The first call's token or why there is none, once. */
export function takeCall(): CallToken | null {
  const taken = call;
  call = null;
  return taken;
}

/** Nobody is going to talk: shuts what was opened for it. */
export function dropAhead(): void {
  call = null;
  void takeMicrophone()?.then(shut);
}
