import { at, type LetterSamples, name, step } from "./letter-sample.ts";

export const SECURITY_LETTERS: LetterSamples<
  "new-sign-in" | "security-changed" | "email-changed" | "email-taken"
> = {
  "new-sign-in": [{ name, device: "Firefox, Windows", place: "203.0.113.7", at }],
  "security-changed": step([
    "authenticator-added",
    "authenticator-removed",
    "passkey-added",
    "passkey-removed",
    "recovery-codes",
    "recovery-code-used",
    "password-set",
  ]).map((what) => ({ name, what, at })),
  "email-changed": step(["old", "new"]).map((side) => ({
    name,
    oldEmail: "a•••@marque.test",
    newEmail: "a•••@example.test",
    side,
  })),
  "email-taken": [{ name }],
};
