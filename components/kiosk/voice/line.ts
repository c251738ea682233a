/** The spoken side of the open conversation, for whoever writes in it or ends it. */
export interface Line {
  /** Sends words as the member's turn; false where the conversation is written at the moment. */
  say: (text: string, shown: string) => boolean;
  /** Sends what happened so far; answers the number of the last event, null when nothing was spoken. */
  drain: () => Promise<number | null>;
  /** The same from a page that goes away. */
  leave: () => number | null;
}

let open: Line | null = null;

/** Says that a conversation has a spoken side; null when it is over. */
export function openLine(line: Line | null): void {
  open = line;
}

/** The spoken side of the conversation that is open; null while there is none. */
export const lineOf = (): Line | null => open;
