import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { SetPasswordForm } from "#app/modules/auth/forms.ts";
import { PASSWORD_LEAST } from "#app/modules/auth/password-rules.ts";
import { setPassword } from "#app/modules/auth/set-password.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readCodeRequest } from "#app/routes/shell/sign-in-cookies.server.ts";
import {
  browserOf,
  refused,
  signedIn,
  titled,
  tooOften,
} from "#app/routes/shell/sign-in-request.server.ts";
import { CodeSent } from "#app/site/code-sent.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { PASSWORD_REFUSALS } from "#app/site/password-refusals.ts";
import { Button } from "#app/ui/button.tsx";
import { CodeInput, Input } from "#app/ui/input.tsx";

/** Whoever has just asked for a code in this browser; others are led to where one asks. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = await readCodeRequest(request);
  if (!asked) throw redirect("/password");
  return titled(request, "password.new.title", { email: asked.email, least: PASSWORD_LEAST });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Open to everybody who has the code: sets the password and signs in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(await readFormFields(request), SetPasswordForm);
  const hideFields = ["password"];
  if (form.status !== "success") return refused(form.reply({ hideFields }));
  const { name, nameZh } = await loadClub();
  const answer = await setPassword(
    { ...form.value, clubNames: [name, nameZh] },
    await browserOf(request, context),
  );
  if (answer.ok) return signedIn(answer, "/");
  if (answer.refusal === "too-many") {
    return tooOften(form.reply({ hideFields }), answer.retryAt);
  }
  const fieldErrors: Record<string, string[]> =
    answer.refusal === "wrong-code"
      ? { code: ["signIn.code.wrong"] }
      : { password: [PASSWORD_REFUSALS[answer.refusal]] };
  return refused(form.reply({ hideFields, fieldErrors }));
}

export default function NewPassword() {
  const t = useT();
  const { email, least } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(answer?.form, t);
  return (
    <>
      <CodeSent title={t("password.new.title")} lead={t("signIn.code.lead", { email })} />
      <FormSaid answer={answer} />
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <CodeInput
          id="code"
          name="code"
          required
          label={t("signIn.code.label")}
          defaultValue={String(answer?.form.initialValue?.code ?? "")}
          errors={errors.code}
        />
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          label={t("password.new.label")}
          hint={t("password.new.hint", { least })}
          errors={errors.password}
        />
        <Button wide pending={pending}>
          {t("password.new.submit")}
        </Button>
      </Form>
      <p className="mt-8">
        <Link to="/password">{t("password.new.again")}</Link>
      </p>
    </>
  );
}
