/** What JARVIS is told in one language, before anything of a gym or a member. */
export interface Rules {
  common: string;
  address: Record<'tu' | 'vous', string>;
}
