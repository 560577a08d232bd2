import { type Call, everybody, form, get, only, post } from "./calls.ts";

/** Letters: stopped by whoever has one's link, looked at by admins. */
export const LETTERS_ACCESS: Record<string, Call[]> = {
  // A link that nobody here signed; that a whole one works for everybody is tested beside.
  "routes/letters/public/letters.unsubscribe.$token": [
    get("/letters/unsubscribe/1.tier.forged", everybody(404)),
    post("/letters/unsubscribe/1.tier.forged", form({}), everybody(404)),
  ],
  "routes/letters/admin/mails._index": [get("/admin/mails", only(["admin"], 200))],
  "routes/letters/admin/mails.$id": [
    get(({ mailId }) => `/admin/mails/${mailId}`, only(["admin"], 200)),
    get("/admin/mails/999999", only(["admin"], 404), "none of that number"),
    // One that has been sent does not go again, whoever asks.
    post(({ mailId }) => `/admin/mails/${mailId}`, form({}), only(["admin"], 409)),
  ],
  // Outside of the demo there is no such page.
  "routes/letters/open/demo.mailbox": [get("/demo/mailbox", everybody(404))],
};
