import { signedIn } from "./auth-access.ts";
import { type Call, everybody, form, get, members, post, referrers, staff } from "./calls.ts";

/** The frames of the doors, and what stands before them all. */
export const SHELL_ACCESS: Record<string, Call[]> = {
  "routes/shell/_security": [get("/security", signedIn(200))],
  root: [get("/", everybody(200))],
  "routes/shell/open/preferences": [
    post("/preferences", form({ back: "/", theme: "dark" }), everybody("302 /")),
    post("/preferences", form({ theme: "dark" }), everybody(200), "where one stays"),
  ],
  "routes/shell/_public": [get("/", everybody(200))],
  "routes/shell/public/$": [get("/nowhere/at/all", everybody(404))],
  "routes/shell/my": [
    { ...get("/my", referrers(200), "the frame"), onSite: members(200) },
    get("/my/referrals", referrers(200), "the frame of those who are not in the club"),
  ],
  "routes/shell/admin": [get("/admin", staff(200))],
};
