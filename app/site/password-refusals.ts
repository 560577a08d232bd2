import type { PasswordRefusal } from "#app/modules/auth/password-rules.ts";
import type { WordKey } from "#app/platform/words/translate.ts";

/** What is said to a password that may not be used. */
export const PASSWORD_REFUSALS: Record<PasswordRefusal, WordKey> = {
  "too-short": "password.tooShort",
  "too-long": "password.tooLong",
  common: "password.common",
  personal: "password.personal",
};
