import { type FormSample, sample } from "./form-sample.ts";

export const AUTH_FORMS: FormSample[] = [
  sample("nobody", "/join?index", { email: "new@marque.test" }),
  sample("nobody", "/sign-in", { email: "new@marque.test", password: "tidy otter" }),
  sample("nobody", "/password", { email: "new@marque.test" }),
  sample("nobody", "/preferences", { back: "/", theme: "dark", locale: "en" }),
  sample("nobody", "/passkeys/challenge", { purpose: "sign-in" }),
  sample("silver", "/security/passkeys/new", { name: "Phone", passkey: "{}" }),
  sample("silver", (cast) => `/security/passkeys/${cast.own.passkeyId}`, { name: "Phone" }),
  sample("silver", "/security/authenticator", { code: "123456" }),
  sample("silver", "/security/email", { email: "other@marque.test" }),
  sample("silver", "/security?index", { intent: "end-one", session: "none" }),
  sample("silver", "/confirm", { intent: "password", password: "tidy otter", to: "/my" }),
];
