/** Letters and figures that nobody takes for one another, on paper or on the telephone (Crockford's base 32). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Sixty bits: nobody finds one by trying. */
const LENGTH = 12;

/**
 * A code that cannot be guessed and can be typed: twelve letters and figures.
 *
 * @param random for tests: twelve bytes or more.
 */
export function newCode(
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(LENGTH)),
): string {
  return Array.from(random.slice(0, LENGTH), (byte) => ALPHABET[byte % 32]).join("");
}

/** A code as it is shown: `7G3K-9QPA-X2MD`. */
export const showCode = (code: string): string => code.match(/.{1,4}/g)?.join("-") ?? code;

/**
 * Reads a code as people type it: in either case, with or without dashes and blanks, full width, O for 0 and
 * I or L for 1.
 *
 * @param length of the code, where it is a shorter one.
 * @returns null for what cannot be one.
 */
export function readCode(typed: string, length = LENGTH): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s‐-―−-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return new RegExp(`^[${ALPHABET}]{${length}}$`).test(plain) ? plain : null;
}
