/** Somebody as a shared screen names them: first name and initial. */
export const shortName = ({ first_name, initial }: { first_name: string; initial: string | null }) =>
  initial ? `${first_name} ${initial}.` : first_name;
