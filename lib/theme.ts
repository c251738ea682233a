import { cookies } from 'next/headers';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The theme this browser chose; `system` follows the device. */
export async function chosenTheme(): Promise<Theme> {
  const value = (await cookies()).get('theme')?.value;
  return themes.find((theme) => theme === value) ?? 'system';
}
