import {
  answers,
  type Call,
  everybody,
  form,
  get,
  type Outcome,
  onTheWayIn,
  post,
} from "./calls.ts";

/** Whoever is signed in, whatever they are to the club. */
export const signedIn = (outcome: Outcome) =>
  answers((persona) => (persona === "nobody" ? /^302 \/sign-in(\?|$)/ : outcome));

/** How people sign in and out. */
export const AUTH_ACCESS: Record<string, Call[]> = {
  "routes/auth/public/sign-in_.second-factor": [
    get("/sign-in/second-factor", onTheWayIn("302 /sign-in?to=%2F")),
    post("/sign-in/second-factor", form({}), onTheWayIn("302 /sign-in?to=%2F")),
  ],
  "routes/auth/open/passkeys.challenge": [
    post("/passkeys/challenge", form({ purpose: "sign-in" }), everybody(200)),
    post("/passkeys/challenge", form({ purpose: "confirm" }), signedIn(200)),
    post("/passkeys/challenge", form({ purpose: "add" }), signedIn(200)),
    post("/passkeys/challenge", form({ purpose: "anything" }), everybody(400)),
  ],
  "routes/auth/public/sign-in": [
    get("/sign-in", onTheWayIn(200)),
    { ...post("/sign-in", form({}), everybody(400)), onSite: onTheWayIn(400) },
  ],
  "routes/auth/public/sign-in_.code": [
    get("/sign-in/code", everybody("302 /sign-in")),
    { ...post("/sign-in/code", form({}), everybody(400)), onSite: everybody("302 /sign-in") },
  ],
  "routes/auth/public/password": [
    get("/password", everybody(200)),
    post("/password", form({}), everybody(400)),
  ],
  "routes/auth/public/password_.new": [
    get("/password/new", everybody("302 /password")),
    { ...post("/password/new", form({}), everybody(400)), onSite: everybody("302 /password") },
  ],
  "routes/auth/open/sign-out": [
    get("/sign-out", everybody("302 /")),
    post("/sign-out", form({}), everybody("302 /")),
  ],
};
