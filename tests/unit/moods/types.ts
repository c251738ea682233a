/** angry: at most -0.5 · unhappy: below -0.05 · neutral: between -0.3 and 0.3 · happy: at least 0.3 · calm: whatever, but no reason for an alert (above -0.4) */
export type Mood = 'angry' | 'unhappy' | 'neutral' | 'happy' | 'calm';
export type Sentences = Record<Mood, readonly string[]>;
