import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { AskCodeForm } from "#app/modules/auth/forms.ts";
import { requestEmailChange } from "#app/modules/security/request-email-change.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requirePerson, requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { keepCodeRequest } from "#app/routes/shell/sign-in-cookies.server.ts";
import { refused, titled, tooOften } from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Whoever has confirmed that it is them: another address to sign in with. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireRecentAuthentication(request);
  const { person } = await requirePerson(request);
  return titled(request, "email.title", { present: person.email });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The same: sends a code to the new address, unless it is somebody's; the answer does not tell. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireRecentAuthentication(request);
  const { person } = await requirePerson(request);
  const form = parseForm(await readFormFields(request), AskCodeForm);
  if (form.status !== "success") return refused(form.reply());
  const { email } = form.value;
  const [{ locale }, address] = [await readPreferences(request), requestAddress(context)];
  const answer = await requestEmailChange(db(), person, { email, locale, address });
  if (answer.ok) {
    const headers = { "Set-Cookie": await keepCodeRequest({ email, to: "/security" }) };
    return redirect("/security/email/code", { headers });
  }
  if (answer.refusal === "too-many") return tooOften(form.reply(), answer.retryAt);
  return refused(form.reply({ fieldErrors: { email: ["email.same"] } }));
}

export default function ChangeEmail() {
  const t = useT();
  const { present } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  return (
    <>
      <BackLink to="/security">{t("security.back")}</BackLink>
      <PageHeader
        title={t("email.title")}
        lead={
          <span className="[overflow-wrap:anywhere]">
            {t("email.lead", { email: present ?? "—" })}
          </span>
        }
      />
      <FormSaid answer={answer} />
      <Form method="post" className="grid max-w-md gap-5">
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          required
          label={t("email.new")}
          defaultValue={String(answer?.form.initialValue?.email ?? "")}
          errors={formErrors(answer?.form, t).email}
        />
        <Button wide pending={pending}>
          {t("signIn.sendCode")}
        </Button>
      </Form>
    </>
  );
}
