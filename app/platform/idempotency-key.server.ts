import { createHash } from "node:crypto";

/**
 * The key under which Stripe does something once: what it is for, which attempt, and with what. A retry has the same
 * one, whatever else is asked another.
 */
export function idempotencyKey(purpose: string, attempt: number | string, params: object): string {
  return `${purpose}:${attempt}:${hashOf(JSON.stringify(params))}`;
}

export const hashOf = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 32);
