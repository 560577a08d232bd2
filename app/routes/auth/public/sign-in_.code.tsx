import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { AskCodeForm, CodeForm } from "#app/modules/auth/forms.ts";
import { requestCode } from "#app/modules/auth/request-code.server.ts";
import { signInWithCode } from "#app/modules/auth/sign-in-with-code.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readCodeRequest } from "#app/routes/shell/sign-in-cookies.server.ts";
import {
  browserOf,
  done,
  refused,
  signedIn,
  titled,
  tooOften,
} from "#app/routes/shell/sign-in-request.server.ts";
import { CodeEntry } from "#app/site/code-entry.tsx";
import { CodeSent } from "#app/site/code-sent.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";

/** Whoever has just asked for a code in this browser; others are led to where one asks. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = await readCodeRequest(request);
  if (!asked) throw redirect("/sign-in");
  return titled(request, "signIn.code.title", asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Open to everybody: takes the code, or sends another one (`intent=again`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const body = await readFormFields(request);
  const browser = await browserOf(request, context);
  if (body.get("intent") === "again") {
    const form = parseForm(body, AskCodeForm);
    if (form.status !== "success") throw redirect("/sign-in");
    const { email } = form.value;
    const { locale } = await readPreferences(request);
    const { address, known } = browser;
    const answer = await requestCode(db(), { email, purpose: "sign-in", locale, address, known });
    return answer.ok
      ? done(form.reply({ resetForm: true }), "signIn.code.again")
      : tooOften(form.reply(), answer.retryAt);
  }
  const form = parseForm(body, CodeForm);
  const reply = form.reply({ hideFields: ["code"] });
  if (form.status !== "success") return refused(reply);
  const answer = await signInWithCode(db(), form.value.email, form.value.code, browser);
  if (answer.ok) return signedIn(answer, String(body.get("to") ?? "/"));
  if (answer.refusal === "too-many") return tooOften(reply, answer.retryAt);
  return refused(reply, "signIn.code.wrong");
}

export default function EnterCode() {
  const t = useT();
  const { email, to } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().formData?.get("intent");
  return (
    <>
      <CodeSent title={t("signIn.code.title")} lead={t("signIn.code.lead", { email })} />
      <FormSaid answer={answer} good="signIn.code.again" />
      <CodeEntry
        email={email}
        label={t("signIn.code.label")}
        errors={formErrors(answer?.form, t).code}
        submitLabel={t("signIn.submit")}
        againLabel={t("signIn.code.sendAgain")}
        pending={pending}
      >
        <input type="hidden" name="to" value={to} />
      </CodeEntry>
      <p className="mt-8">
        <Link to="/sign-in">{t("signIn.code.otherAddress")}</Link>
      </p>
    </>
  );
}
