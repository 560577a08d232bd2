import { at, type LetterSamples, name } from "./letter-sample.ts";

export const ACCOUNT_LETTERS: LetterSamples<
  "export-ready" | "closing-asked" | "closing-kept" | "account-closed"
> = {
  "export-ready": [{ name, expiresAt: at }],
  "closing-asked": [{ name, closesAt: at }],
  "closing-kept": [{ name }],
  "account-closed": [{ name }],
};
