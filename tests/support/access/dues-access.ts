import { type Call, form, get, members, only, post } from "./calls.ts";

const sellers = (outcome: number) => only(["desk", "finance", "admin"], outcome);

/** Gold for money: one's own, and sold at the counter. */
export const DUES_ACCESS: Record<string, Call[]> = {
  "routes/dues/my/tier.gold": [get("/my/tier/gold", members(200))],
  "routes/dues/my/tier.gold._index": [
    get("/my/tier/gold", members(200)),
    post("/my/tier/gold?index", form({}), members(400)),
    post("/my/tier/gold?index", form({ amount: "1" }), members(409), "another price"),
  ],
  "routes/dues/admin/members.$number.gold-year": [
    get(({ others }) => `/admin/members/${others.number}/gold-year`, sellers(200)),
    get("/admin/members/M99999999/gold-year", sellers(404), "nobody's number"),
    post(({ others }) => `/admin/members/${others.number}/gold-year`, form({}), sellers(400)),
  ],
};
