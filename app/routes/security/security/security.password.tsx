import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { ChangePasswordForm } from "#app/modules/auth/forms.ts";
import { PASSWORD_LEAST } from "#app/modules/auth/password-rules.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { changePassword } from "#app/modules/security/change-password.server.ts";
import { loadSecurity } from "#app/modules/security/load-security.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requirePerson, requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { refused, renewed, titled, tooOften } from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { PASSWORD_REFUSALS } from "#app/site/password-refusals.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Whoever is signed in; without a password that proves something, whoever has confirmed that it is them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { hasPassword } = await whoChooses(request);
  return titled(request, "security.password", { hasPassword, least: PASSWORD_LEAST });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The same: sets a password, by the present one where there is one. */
export async function action({ request }: ActionFunctionArgs) {
  const { person, sessionId } = await whoChooses(request);
  const form = parseForm(await readFormFields(request), ChangePasswordForm);
  const hideFields = ["present", "password"];
  if (form.status !== "success") return refused(form.reply({ hideFields }));
  const { present = "", password } = form.value;
  const { name, nameZh } = await loadClub();
  const who = { personId: person.id, sessionId };
  const asked = { present, password, clubNames: [name, nameZh] };
  const answer = await changePassword(db(), who, asked);
  if (answer.ok) {
    return redirect("/security?done=password", { headers: await renewed(answer.session) });
  }
  if (answer.refusal === "too-many") return tooOften(form.reply({ hideFields }), answer.retryAt);
  const fieldErrors: Record<string, string[]> =
    answer.refusal === "wrong-password"
      ? { present: ["security.password.wrong"] }
      : { password: [PASSWORD_REFUSALS[answer.refusal]] };
  return refused(form.reply({ hideFields, fieldErrors }));
}

async function whoChooses(request: Request) {
  const { person, sessionId } = await requirePerson(request);
  const security = await loadSecurity(db(), person.id);
  const asked = security.hasPassword && !security.passwordByInbox;
  if (!asked) await requireRecentAuthentication(request);
  return { person, sessionId, hasPassword: asked };
}

export default function ChangePassword() {
  const t = useT();
  const { hasPassword, least } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(answer?.form, t);
  return (
    <>
      <BackLink to="/security">{t("security.back")}</BackLink>
      <PageHeader title={t("security.password")} lead={t("security.password.lead")} />
      <FormSaid answer={answer} />
      <Form method="post" className="grid max-w-md gap-5">
        {hasPassword && (
          <Input
            id="present"
            name="present"
            type="password"
            autoComplete="current-password"
            required
            label={t("security.password.present")}
            errors={errors.present}
          />
        )}
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
          {t("security.password.save")}
        </Button>
      </Form>
      {hasPassword && (
        <p className="mt-8">
          <Link to="/password">{t("security.password.forgotten")}</Link>
        </p>
      )}
    </>
  );
}
