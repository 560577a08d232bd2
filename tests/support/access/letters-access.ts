import { type Call, everybody, form, get, post } from "./calls.ts";

/** Letters: stopped by whoever has one's link, looked at by admins. */
export const LETTERS_ACCESS: Record<string, Call[]> = {
  // A link that nobody here signed; that a whole one works for everybody is tested beside.
  "routes/_public.letters.unsubscribe.$token": [
    get("/letters/unsubscribe/1.tier.forged", everybody(404)),
    post("/letters/unsubscribe/1.tier.forged", form({}), everybody(404)),
  ],
};
