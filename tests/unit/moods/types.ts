/** angry: at most -0.5 · unhappy: below -0.05 · neutral: between -0.3 and 0.3 · happy: at least 0.3 */
export type Mood = 'angry' | 'unhappy' | 'neutral' | 'happy';
export type Sentences = Record<Mood, readonly string[]>;
