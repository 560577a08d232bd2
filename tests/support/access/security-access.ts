import { signedIn } from "./auth-access.ts";
import { answers, type Call, form, get, post } from "./calls.ts";

/** How somebody's account is kept safe: for everybody who is in, with their own things alone. */
export const SECURITY_ACCESS: Record<string, Call[]> = {
  "routes/security/security/security._index": [
    get("/security", signedIn(200)),
    post(
      "/security?index",
      form({ intent: "end-others" }),
      signedIn("302 /security?done=browsers"),
    ),
    // Answered alike whether or not there is such a browser; that it stays signed in is tested beside.
    post(
      "/security?index",
      ({ others }) => new URLSearchParams({ intent: "end-one", session: others.sessionId }),
      signedIn("302 /security?done=browser"),
      "another's browser",
    ),
  ],
  "routes/security/security/security.authenticator": [
    get("/security/authenticator", signedIn(200)),
    post("/security/authenticator", form({ code: "12345" }), signedIn(400)),
  ],
  "routes/security/security/security.passkeys.new": [
    get("/security/passkeys/new", signedIn(200)),
    post("/security/passkeys/new", form({ name: "phone", passkey: "{}" }), signedIn(400)),
  ],
  "routes/security/security/security.passkeys.$id": [
    get(({ others }) => `/security/passkeys/${others.passkeyId}`, signedIn(404), "another's"),
    post(
      ({ others }) => `/security/passkeys/${others.passkeyId}`,
      form({ intent: "remove" }),
      signedIn(404),
      "another's, removed",
    ),
    post(
      ({ others }) => `/security/passkeys/${others.passkeyId}`,
      form({ name: "mine" }),
      signedIn(404),
      "another's, renamed",
    ),
    get(
      ({ own }) => `/security/passkeys/${own.passkeyId}`,
      answers((persona) => {
        if (persona === "nobody") return /^302 \/sign-in\?/;
        return persona === "silver" ? 200 : 404;
      }),
      "one's own",
    ),
  ],
  "routes/security/security/security.password": [
    get("/security/password", signedIn(200)),
    post("/security/password", form({ password: "short" }), signedIn(400)),
  ],
  "routes/security/security/security.email._index": [
    get("/security/email", signedIn(200)),
    post("/security/email", form({ email: "nonsense" }), signedIn(400)),
  ],
  "routes/security/security/security.email.code": [
    get("/security/email/code", signedIn("302 /security/email")),
    post("/security/email/code", form({ code: "1" }), signedIn("302 /security/email")),
  ],
  "routes/security/security/confirm": [
    get("/confirm?to=/my", signedIn(200)),
    post("/confirm", form({ intent: "password" }), signedIn(400)),
  ],
};
