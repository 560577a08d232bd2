import { z } from "zod";

/** What people type to sign in. Errors are keys of messages, put into words by the page. */
const email = z
  .string({ error: "signIn.error.email" })
  .trim()
  .toLowerCase()
  .max(254, { error: "signIn.error.email" })
  .pipe(z.email({ error: "signIn.error.email" }));

/** People paste codes with the space that the letter shows. */
const code = z
  .string({ error: "signIn.error.code" })
  .transform((typed) => typed.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^[0-9]{6}$/, { error: "signIn.error.code" }));

const password = z
  .string({ error: "signIn.error.password" })
  .min(1, { error: "signIn.error.password" })
  .max(1_000, { error: "signIn.error.tooLong" });

export const SignInForm = z.object({ email, password });
export const AskCodeForm = z.object({ email });
export const CodeForm = z.object({ email, code });
export const SetPasswordForm = z.object({ email, code, password });
