import { notFound } from 'next/navigation';

/** Any unknown address, drawn dynamically: a static 404 page would have no nonce and its scripts would be blocked. */
export default function Unknown() {
  notFound();
}
