import { readCode } from "#app/platform/unguessable-code.ts";

/** As long as somebody says it on the telephone, and too long to be hit upon. */
export const SHORT_CODE_LENGTH = 8;

/** A referrer's short code as it is shown: `7G3K-9QPA`. */
export const showShortCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/**
 * Reads a short code as people type it: in either case, with or without its dash, O for 0 and I or L for 1.
 *
 * @returns null for what cannot be one.
 */
export const readShortCode = (typed: string): string | null => readCode(typed, SHORT_CODE_LENGTH);
