/** A stored number as people read it aloud: French ones in pairs, others as they are. */
export function displayPhone(phone: string): string {
  const digits = phone.replaceAll(/[^\d+]/g, '');
  const national = /^(?:\+33|0033|0)(\d{9})$/.exec(digits)?.[1];
  return national ? `0${national}`.replaceAll(/(\d{2})(?=\d)/g, '$1\u00a0') : phone;
}

/** The address that dials a number. */
export const dial = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
