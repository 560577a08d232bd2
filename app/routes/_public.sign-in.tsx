import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { askForCode } from "#app/modules/auth/ask-for-code.server.ts";
import { AskCodeForm, SignInForm } from "#app/modules/auth/forms.ts";
import { signInWithPassword } from "#app/modules/auth/sign-in-with-password.server.ts";
import { db } from "#app/platform/db.server.ts";
import { sameSitePath } from "#app/platform/http/same-site-path.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { optionalPerson } from "./guards.server.ts";
import {
  browserOf,
  keepCodeRequest,
  landingPath,
  minutesUntil,
  signedIn,
} from "./sign-in-request.server.ts";

/** Open to everybody; who is signed in already goes on to where they wanted. */
export async function loader({ request }: LoaderFunctionArgs) {
  const to = sameSitePath(new URL(request.url).searchParams.get("to") ?? "/");
  const known = await optionalPerson(request);
  if (known) throw redirect(landingPath(known.roles, to));
  const { locale } = await readPreferences(request);
  return { to, title: translator(locale)("signIn.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Open to everybody: by password, or by asking for a code (`intent=code`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const body = await request.formData();
  const to = String(body.get("to") ?? "/");
  return body.get("intent") === "code"
    ? askByMail(request, body, to, context)
    : signInHere(request, body, to, context);
}

type Context = ActionFunctionArgs["context"];

async function askByMail(request: Request, body: FormData, to: string, context: Context) {
  const form = parseWithZod(body, { schema: AskCodeForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { email } = form.value;
  const browser = await browserOf(request, context);
  const { locale } = await readPreferences(request);
  const { address } = browser;
  const answer = await askForCode(db(), { email, purpose: "sign-in", locale, address });
  if (!answer.ok) return refusedTooOften(form.reply(), answer.retryAt);
  return redirect("/sign-in/code", {
    headers: { "Set-Cookie": await keepCodeRequest({ email, to }) },
  });
}

async function signInHere(request: Request, body: FormData, to: string, context: Context) {
  const form = parseWithZod(body, { schema: SignInForm });
  const reply = () => form.reply({ hideFields: ["password"] });
  if (form.status !== "success") return data({ form: reply(), refusal: null }, 400);
  const { email, password } = form.value;
  const answer = await signInWithPassword(db(), email, password, await browserOf(request, context));
  if (answer.ok) return signedIn(answer, to);
  if (answer.refusal === "too-many") return refusedTooOften(reply(), answer.retryAt);
  return data({ form: reply(), refusal: { minutes: null } }, 400);
}

function refusedTooOften<Reply>(form: Reply, retryAt: Date) {
  return data({ form, refusal: { minutes: minutesUntil(retryAt) } }, 429);
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
      {answer?.refusal && (
        <div className="mb-6">
          <Notice tone="refusal" title={t("signIn.refused")}>
            {answer.refusal.minutes === null
              ? t("signIn.wrong")
              : t("signIn.tooMany", { minutes: answer.refusal.minutes })}
          </Notice>
        </div>
      )}
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
