import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { AskCodeForm, PasskeyForm, SignInForm } from "#app/modules/auth/forms.ts";
import { requestCode } from "#app/modules/auth/request-code.server.ts";
import { signInWithPassword } from "#app/modules/auth/sign-in-with-password.server.ts";
import { signInWithPasskey } from "#app/modules/security/sign-in-with-passkey.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { sameSitePath } from "#app/platform/http/same-site-path.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { optionalPerson } from "#app/routes/shell/guards.server.ts";
import { keepCodeRequest, readPasskeyChallenge } from "#app/routes/shell/sign-in-cookies.server.ts";
import {
  browserOf,
  landingPath,
  refused,
  signedIn,
  titled,
  tooOften,
} from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { PasskeyButton } from "#app/site/passkey.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { PageHeader } from "#app/ui/page.tsx";

/** Open to everybody; who is signed in already goes on to where they wanted. */
export async function loader({ request }: LoaderFunctionArgs) {
  const to = sameSitePath(new URL(request.url).searchParams.get("to") ?? "/");
  const known = await optionalPerson(request);
  if (known) throw redirect(landingPath({ ...known, isMember: known.member !== null }, to));
  return titled(request, "signIn.title", { to });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Open to everybody: by password, by passkey, or by asking for a code; `intent` says which. */
export async function action({ request, context }: ActionFunctionArgs) {
  const body = await readFormFields(request);
  const asked = { request, context, body, to: String(body.get("to") ?? "/") };
  if (body.get("intent") === "code") return askByMail(asked);
  return body.get("intent") === "passkey" ? byPasskey(asked) : byPassword(asked);
}

type Asked = Pick<ActionFunctionArgs, "request" | "context"> & { body: FormData; to: string };

async function askByMail({ request, context, body, to }: Asked) {
  const form = parseForm(body, AskCodeForm);
  if (form.status !== "success") return refused(form.reply());
  const { email } = form.value;
  const [{ address, known }, { locale }] = await Promise.all([
    browserOf(request, context),
    readPreferences(request),
  ]);
  const answer = await requestCode(db(), { email, purpose: "sign-in", locale, address, known });
  if (!answer.ok) return tooOften(form.reply(), answer.retryAt);
  const headers = { "Set-Cookie": await keepCodeRequest({ email, to }) };
  return redirect("/sign-in/code", { headers });
}

async function byPasskey({ request, context, body, to }: Asked) {
  const form = parseForm(body, PasskeyForm);
  const reply = form.reply({ hideFields: ["passkey"] });
  if (form.status !== "success") return refused(reply, "signIn.passkey.unknown");
  const [token, browser] = await Promise.all([
    readPasskeyChallenge(request),
    browserOf(request, context),
  ]);
  const answer = await signInWithPasskey(db(), token, form.value.passkey, browser);
  if (answer.ok) return signedIn(answer, to);
  if (answer.refusal === "too-many") return tooOften(reply, answer.retryAt);
  return refused(reply, "signIn.passkey.unknown");
}

async function byPassword({ request, context, body, to }: Asked) {
  const form = parseForm(body, SignInForm);
  const reply = form.reply({ hideFields: ["password"] });
  if (form.status !== "success") return refused(reply);
  const { email, password } = form.value;
  const answer = await signInWithPassword(db(), email, password, await browserOf(request, context));
  if (answer.ok) return signedIn(answer, to);
  if (answer.refusal === "too-many") return tooOften(reply, answer.retryAt);
  return refused(reply, "signIn.wrong");
}

export default function SignIn() {
  const t = useT();
  const { to } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().formData?.get("intent");
  const errors = formErrors(answer?.form, t);
  return (
    <>
      <PageHeader title={t("signIn.title")} lead={t("signIn.lead")} />
      <FormSaid answer={answer} />
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="to" value={to} />
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          label={t("signIn.email")}
          defaultValue={String(answer?.form.initialValue?.email ?? "")}
          errors={errors.email}
        />
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          label={t("signIn.password")}
          errors={errors.password}
        />
        <Button name="intent" value="password" wide pending={pending === "password"}>
          {t("signIn.submit")}
        </Button>
        <PasskeyButton purpose="sign-in" action="/sign-in" to={to} />
        <div className="border-t border-rule pt-5">
          <p className="mb-3 text-ink-soft">{t("signIn.byCode")}</p>
          <Button
            name="intent"
            value="code"
            look="quiet"
            formNoValidate
            wide
            pending={pending === "code"}
          >
            {t("signIn.sendCode")}
          </Button>
        </div>
      </Form>
      <p className="mt-8">
        <Link to="/password">{t("signIn.forgotten")}</Link>
      </p>
      <p className="mt-3">
        {t("signIn.notYet")} <Link to="/join">{t("signIn.join")}</Link>
      </p>
    </>
  );
}
