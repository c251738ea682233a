import { inject } from 'vitest';

export interface Mail {
  id: string;
  subject: string;
  text: string;
  html: string;
}

/** What the backend's mailbox has got for an address, newest first. */
export async function mailsTo(email: string): Promise<Mail[]> {
  const answer = await fetch(`${inject('backend').mailbox_url}/messages?to=${encodeURIComponent(email)}`);
  if (!answer.ok) throw new Error(`The mailbox answered ${answer.status}.`);
  return (await answer.json()) as Mail[];
}

/** Token and type of the link in a mail; throws when it has none. */
export function linkIn(mail: Mail | undefined): {
  token_hash: string;
  type: 'invite' | 'magiclink' | 'recovery';
} {
  const address = /https?:\/\/\S+\/auth\/confirm\?\S+/.exec(mail?.text ?? '')?.[0];
  if (!address) throw new Error(`There is no link in the mail "${mail?.subject ?? 'none'}".`);
  const { searchParams } = new URL(address);
  return {
    token_hash: searchParams.get('token_hash') ?? '',
    type: searchParams.get('type') as 'invite' | 'magiclink' | 'recovery',
  };
}
