import type { BrowserContext } from '@playwright/test';

/** What a browser complained about: page errors, and console errors and warnings, security policy violations included. */
export class Complaints {
  readonly #heard: string[] = [];
  readonly #allowed: RegExp[] = [];

  /** Lets messages pass that the test itself provokes, such as the status of a refused request. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      this.#heard.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (problem) => this.#heard.push(`page error: ${problem.error().message}`));
  }

  unexpected(): string[] {
    return this.#heard.filter((message) => !this.#allowed.some((pattern) => pattern.test(message)));
  }
}
