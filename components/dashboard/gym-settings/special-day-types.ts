/** A day of the list: decided (closed, other hours, as usual), or a public holiday that waits. */
export interface DayRow {
  /** YYYY-MM-DD */
  date: string;
  /** "vendredi 25 décembre" */
  day: string;
  state: 'closed' | 'hours' | 'usual' | 'proposed';
  /** What the state is called, hours included. */
  stateText: string;
  label: string | null;
  open: string | null;
  close: string | null;
  source: 'holiday' | 'own';
}

/** A day as the route takes it; `was` is the state that was seen. */
export interface DayChange {
  date: string;
  state: 'closed' | 'hours' | 'usual' | 'none';
  open?: string | null;
  close?: string | null;
  label?: string | null;
  source?: 'holiday' | 'own';
  was?: 'closed' | 'hours' | 'usual' | 'none';
}
