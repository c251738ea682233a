import { notFound } from 'next/navigation';

/** Any unknown address of the dashboard; drawn inside the shell. */
export default function Unknown() {
  notFound();
}
