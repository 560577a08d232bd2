import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { SecondFactorForm } from "#app/modules/auth/forms.ts";
import { changeEmail } from "#app/modules/security/change-email.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requirePerson, requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { readCodeRequest } from "#app/routes/shell/sign-in-cookies.server.ts";
import { refused, renewed, titled, tooOften } from "#app/routes/shell/sign-in-request.server.ts";
import { CodeSent } from "#app/site/code-sent.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { Button } from "#app/ui/button.tsx";
import { CodeInput } from "#app/ui/input.tsx";

/** Whoever has asked for another address in this browser; others are led to where one asks. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  return titled(request, "email.code.title", { email: await newAddress(request) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Whoever has confirmed that it is them: takes the code that was sent to the new address. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireRecentAuthentication(request);
  const { person, sessionId } = await requirePerson(request);
  const email = await newAddress(request);
  const form = parseForm(await readFormFields(request), SecondFactorForm);
  const hideFields = ["code"];
  if (form.status !== "success") return refused(form.reply({ hideFields }));
  const who = { personId: person.id, sessionId, address: requestAddress(context) };
  const answer = await changeEmail(db(), who, email, form.value.code);
  if (answer.ok) {
    return redirect("/security?done=email", { headers: await renewed(answer.session) });
  }
  if (answer.refusal === "too-many") return tooOften(form.reply({ hideFields }), answer.retryAt);
  if (answer.refusal === "taken") return refused(form.reply({ hideFields }), "email.taken");
  return refused(form.reply({ hideFields, fieldErrors: { code: ["signIn.code.wrong"] } }));
}

async function newAddress(request: Request): Promise<string> {
  const asked = await readCodeRequest(request);
  if (!asked) throw redirect("/security/email");
  return asked.email;
}

export default function EnterEmailCode() {
  const t = useT();
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  return (
    <>
      <CodeSent title={t("email.code.title")} lead={t("email.code.lead", { email })} />
      <FormSaid answer={answer} />
      <Form method="post" className="grid max-w-md gap-5">
        <CodeInput
          id="code"
          name="code"
          required
          label={t("signIn.code.label")}
          errors={formErrors(answer?.form, t).code}
        />
        <Button wide pending={pending}>
          {t("email.code.submit")}
        </Button>
      </Form>
      <p className="mt-8">
        <Link to="/security/email">{t("signIn.code.otherAddress")}</Link>
      </p>
    </>
  );
}
