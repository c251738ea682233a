/** First name and initial, as on any shared screen. */
export const shortName = (member: { first_name: string; last_name: string }): string =>
  `${member.first_name} ${member.last_name.charAt(0)}.`;
