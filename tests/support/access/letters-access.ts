import { type Call, everybody, form, get, only, post } from "./calls.ts";

/** Letters: stopped by whoever has one's link, looked at by admins. */
export const LETTERS_ACCESS: Record<string, Call[]> = {
  // A link that nobody here signed; that a whole one works for everybody is tested beside.
  "routes/letters/public/letters.unsubscribe.$token": [
    get("/letters/unsubscribe/1.tier.forged", everybody(404)),
    post("/letters/unsubscribe/1.tier.forged", form({}), everybody(404)),
  ],
  "routes/imports/admin/imports.$id_.reverse": [
    get(({ importId }) => `/admin/imports/${importId}/reverse`, only(["admin"], 200)),
    get("/admin/imports/999999/reverse", only(["admin"], 404), "none of that number"),
    post(({ importId }) => `/admin/imports/${importId}/reverse`, form({}), only(["admin"], 400)),
  ],
  "routes/letters/admin/mails._index": [get("/admin/mails", only(["admin"], 200))],
  "routes/letters/admin/mails.$id": [
    get(({ mailId }) => `/admin/mails/${mailId}`, only(["admin"], 200)),
    get("/admin/mails/999999", only(["admin"], 404), "none of that number"),
    // One that has been sent does not go again, whoever asks.
    post(({ mailId }) => `/admin/mails/${mailId}`, form({}), only(["admin"], 409)),
  ],
};
