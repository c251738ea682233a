import type { Setting } from './brain/types.ts';

/**
 * What a spoken conversation is told about its surroundings and its member: data, never instructions (rule V7).
 * The scripted brain behind the voice peer reads it back, a model reads the text around it too.
 */
export interface Briefing extends Setting {
  /** Codes of what earlier talks were about; empty without the member's leave to remember. */
  topics: string[];
}

const mark = 'BRIEFING ';

/** The briefing as the last line of the instructions: one line of JSON, whatever the texts in it hold. */
export function writeBriefing(briefing: Briefing): string {
  return `${mark}${JSON.stringify(briefing)}`;
}

/** The briefing of instructions; null where they have none. */
export function readBriefing(instructions: string): Briefing | null {
  const line = instructions.split('\n').findLast((text) => text.startsWith(mark));
  return line ? (JSON.parse(line.slice(mark.length)) as Briefing) : null;
}
