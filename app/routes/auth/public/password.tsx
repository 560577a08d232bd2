import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useNavigation } from "@remix-run/react";
import { AskCodeForm } from "#app/modules/auth/forms.ts";
import { requestCode } from "#app/modules/auth/request-code.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { keepCodeRequest, readKnownBrowser } from "#app/routes/shell/sign-in-cookies.server.ts";
import { refused, titled, tooOften } from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { Button } from "#app/ui/button.tsx";
import { KeyRingDrawing } from "#app/ui/drawings/key-ring.tsx";
import { Input } from "#app/ui/input.tsx";
import { PageHeader } from "#app/ui/page.tsx";

/** Open to everybody: the first step to a first or a new password. */
export async function loader({ request }: LoaderFunctionArgs) {
  return titled(request, "password.title", {});
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Open to everybody: sends a code for a password to an address that has an account. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(await readFormFields(request), AskCodeForm);
  if (form.status !== "success") return refused(form.reply());
  const { email } = form.value;
  const { locale } = await readPreferences(request);
  const answer = await requestCode(db(), {
    email,
    purpose: "set-password",
    locale,
    address: requestAddress(context),
    known: await readKnownBrowser(request),
  });
  if (!answer.ok) return tooOften(form.reply(), answer.retryAt);
  return redirect("/password/new", {
    headers: { "Set-Cookie": await keepCodeRequest({ email, to: "/" }) },
  });
}

export default function AskForPassword() {
  const t = useT();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  return (
    <>
      <div className="mb-4 max-w-48">
        <KeyRingDrawing />
      </div>
      <PageHeader title={t("password.title")} lead={t("password.lead")} />
      <FormSaid answer={answer} />
      <Form method="post" className="grid gap-5">
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          label={t("signIn.email")}
          defaultValue={String(answer?.form.initialValue?.email ?? "")}
          errors={formErrors(answer?.form, t).email}
        />
        <Button wide pending={pending}>
          {t("signIn.sendCode")}
        </Button>
      </Form>
      <p className="mt-8">
        <Link to="/sign-in">{t("password.back")}</Link>
      </p>
    </>
  );
}
