import { COMMON_RUNS, COMMON_WORDS } from "./common-passwords.ts";

export const PASSWORD_LEAST = 12;
const PASSWORD_MOST = 200;

export type PasswordRefusal = "too-short" | "too-long" | "common" | "personal";
export type PasswordJudgement =
  | { ok: true; password: string }
  | { ok: false; refusal: PasswordRefusal };

/** What is known of whoever chooses: anybody who wants in would try it. */
export type Known = { email: string | null; name: string | null; clubNames: string[] };

/** Fewer characters than this besides what everybody would guess are no secret. */
const OWN_LEAST = 4;
/** Besides one's own name, it takes more: guessing starts from there. */
const OWN_LEAST_BESIDE_NAME = 8;
/** Runs along a row of keys count from here on: "erty" is one, "ert" may be part of a word. */
const RUN_LEAST = 4;

/**
 * Decides whether a password may be used (ASVS 5.0, 6.2): long enough, and not put together from what
 * is tried first. There are no rules about digits and signs; they make passwords worse.
 *
 * Gives the password in Unicode's NFKC form, which is what must be hashed: the same keys then give the
 * same password on every device. Lengths count characters as people do, by code points.
 */
export function judgePassword(typed: string, known: Known): PasswordJudgement {
  // Normalising can lengthen a text many times; what is far too long need not be.
  if (typed.length > PASSWORD_MOST * 4) return { ok: false, refusal: "too-long" };
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < PASSWORD_LEAST) return { ok: false, refusal: "too-short" };
  if (length > PASSWORD_MOST) return { ok: false, refusal: "too-long" };

  const plain = password.toLowerCase();
  const names = namesOf(known);
  const beside = names.reduce((text, name) => text.replaceAll(name, " "), plain);
  const tooLittleBeside = ownLength(beside) < OWN_LEAST_BESIDE_NAME || isCommon(beside);
  if (beside !== plain && tooLittleBeside) return { ok: false, refusal: "personal" };
  if (isCommon(plain)) return { ok: false, refusal: "common" };
  return { ok: true, password };
}

/** The form in which passwords are hashed and compared. */
export const normalisePassword = (typed: string): string => typed.normalize("NFKC");

const ownLength = (text: string): number => [...text.replace(/\s/g, "")].length;

/** Few different characters, or nothing much once common words, runs and years are taken out. */
function isCommon(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  const withoutRuns = removeRuns(plain);
  return [withoutRuns, withLetters(withoutRuns), removeRuns(withLetters(plain))].some(
    (text) =>
      ownLength(removeWords(text).replace(/(?:19|20)\d\d|[^\p{L}]{1,4}$/gu, "")) < OWN_LEAST,
  );
}

const LETTER_OF: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const withLetters = (text: string): string =>
  text.replace(/[013457@$!]/g, (sign) => LETTER_OF[sign] as string);

const LONGEST_FIRST = [...COMMON_WORDS].sort((a, b) => b.length - a.length);

function removeWords(text: string): string {
  return LONGEST_FIRST.reduce((rest, word) => rest.replaceAll(word, " "), text);
}

const ROWS = COMMON_RUNS.flatMap((row) => [row, [...row].reverse().join("")]);

/** Takes out every stretch of {@link RUN_LEAST} or more that lies on a row, longest stretch first. */
function removeRuns(text: string): string {
  let rest = "";
  let at = 0;
  while (at < text.length) {
    let end = at;
    while (end < text.length && ROWS.some((row) => row.includes(text.slice(at, end + 1)))) end++;
    if (end - at >= RUN_LEAST) {
      rest += " ";
      at = end;
    } else {
      rest += text[at];
      at++;
    }
  }
  return rest;
}

function namesOf({ email, name, clubNames }: Known): string[] {
  const local = email?.split("@")[0] ?? "";
  const said = [email ?? "", local, ...local.split(/[._+-]/), name ?? "", ...clubNames];
  const words = said.flatMap((text) => {
    const plain = text.normalize("NFKC").toLowerCase().trim();
    return [plain, plain.replace(/\s/g, ""), ...plain.split(/\s+/)];
  });
  return [...new Set(words)]
    .filter((word) => word.length >= (/\p{Script=Han}/u.test(word) ? 2 : 3))
    .sort((a, b) => b.length - a.length);
}
