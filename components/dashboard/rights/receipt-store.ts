import type { Receipt } from '@/lib/rights';

/** The receipt waits here for the page that shows it; it holds counts and a time, nothing of the person. */
const KEY = 'erasure-receipt';

export const keepReceipt = (receipt: Receipt) => sessionStorage.setItem(KEY, JSON.stringify(receipt));

/** The text of the receipt that was kept last in this tab, or null. */
export const keptReceipt = (): string | null => sessionStorage.getItem(KEY);
