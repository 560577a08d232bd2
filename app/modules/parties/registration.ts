import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/**
 * Where a party stands. `registered`: it has places, though some of its people may wait for one. `waiting`: it has
 * none yet. `cancelled`: by itself, by staff or with the event. `left`: it left the line. `closed`: the line ended.
 */
export const registrationStates = ["registered", "waiting", "cancelled", "left", "closed"] as const;
export type RegistrationState = (typeof registrationStates)[number];

export type PersonState = "coming" | "waiting" | "out";

/** An answer to a question of the event, with the question's words as they were: it outlives the question. */
export type KeptAnswer = {
  question: string;
  label: { en: string; zh: string };
  /** What was typed, or of a choice its option's key. */
  answer: string;
  /** Of a choice: its words. */
  words?: { en: string; zh: string };
};

/** An answer as it is read: of a choice its words. */
export const answerWords = ({ answer, words }: KeptAnswer, locale: Locale): string =>
  words ? inLanguage(locale, words) : answer;

/** A waiver or another agreement, in the version that was agreed to. */
export type KeptAgreement = { key: string; version: number; at: string };
