import { at, type LetterSamples } from "./letter-sample.ts";

export const AUTH_LETTERS: LetterSamples<"sign-in-code"> = {
  "sign-in-code": [
    { code: "042917", purpose: "sign-in", expiresAt: at },
    { purpose: "set-password", expiresAt: at },
    { code: "000001", purpose: "join", expiresAt: at },
    { code: "000001", purpose: "refer", expiresAt: at },
    { code: "000001", purpose: "confirm", expiresAt: at },
    { code: "000001", purpose: "change-email", expiresAt: at },
  ],
};
