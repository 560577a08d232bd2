import { z } from "zod";
import { emailField } from "#app/modules/person/forms.ts";
import { typedDigits } from "#app/platform/typed-digits.ts";
import { typedText } from "#app/platform/typed-text.ts";

/** What people type to sign in. Errors are keys of messages, put into words by the page. */
const email = emailField("signIn.error.email");

/** People paste codes with what stands around them in a letter. First that goes, then the digits are counted. */
const code = z
  .string({ error: "signIn.error.code" })
  .max(200, { error: "signIn.error.code" })
  .transform(typedDigits)
  .pipe(z.string().regex(/^[0-9]{6}$/, { error: "signIn.error.code" }));

const password = z
  .string({ error: "signIn.error.password" })
  .min(1, { error: "signIn.error.password" })
  .max(1_000, { error: "signIn.error.tooLong" });

/** Read from paper: letters that look like figures are taken for them, hyphens and capitals are free. */
const recoveryCode = z
  .string({ error: "secondFactor.error.recovery" })
  .transform((typed) =>
    typed
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^0-9a-z]/g, "")
      .replace(/o/g, "0")
      .replace(/[il]/g, "1"),
  )
  .pipe(z.string().regex(/^[0-9a-z]{10}$/, { error: "secondFactor.error.recovery" }));

const passkeyName = z
  .string({ error: "security.error.passkeyName" })
  .overwrite(typedText)
  .min(1, { error: "security.error.passkeyName" })
  .max(60, { error: "security.error.passkeyName" });

/** What a browser says of a passkey (WebAuthn's JSON), as text in a field; the library judges the rest. */
const credential = <Response extends z.ZodType>(response: Response) =>
  z
    .string({ error: "signIn.passkey.failed" })
    .max(32_000, { error: "signIn.passkey.failed" })
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "signIn.passkey.failed" });
        return z.NEVER;
      }
    })
    .pipe(
      z.object({
        id: z.string().min(1).max(1_400),
        rawId: z.string().max(1_400),
        type: z.literal("public-key"),
        clientExtensionResults: z.object({}).default({}),
        response,
      }),
    );

const assertion = credential(
  z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().optional(),
  }),
);
const attestation = credential(
  z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
);

export const SignInForm = z.object({ email, password });
export const AskCodeForm = z.object({ email });
export const CodeForm = z.object({ email, code });
export const SetPasswordForm = z.object({ email, code, password });
export const PasskeyForm = z.object({ passkey: assertion });
export const SecondFactorForm = z.object({ code });
export const RecoveryForm = z.object({ recovery: recoveryCode });
export const ReauthenticationPasswordForm = z.object({ password });
export const NewPasskeyForm = z.object({ name: passkeyName, passkey: attestation });
export const PasskeyNameForm = z.object({ name: passkeyName });
export const ChangePasswordForm = z.object({ present: password.optional(), password });
