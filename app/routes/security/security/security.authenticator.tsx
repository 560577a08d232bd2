import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SecondFactorForm } from "#app/modules/auth/forms.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { beginAuthenticator } from "#app/modules/security/begin-authenticator.server.ts";
import { confirmAuthenticator } from "#app/modules/security/confirm-authenticator.server.ts";
import { removeAuthenticator } from "#app/modules/security/remove-authenticator.server.ts";
import { renewRecoveryCodes } from "#app/modules/security/renew-recovery-codes.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requirePerson, requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import {
  type FormAnswer,
  refused,
  renewed,
  titled,
  tooOften,
} from "#app/routes/shell/sign-in-request.server.ts";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { AuthenticatorKept, AuthenticatorSetUp } from "../parts/authenticator.tsx";
import { RecoveryCodes } from "../parts/recovery-codes.tsx";

/** Whoever has confirmed that it is them: their authenticator, or the secret of a new one. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireRecentAuthentication(request);
  const { person } = await requirePerson(request);
  const { name: club } = await loadClub();
  const fresh = await beginAuthenticator(db(), person.id, {
    club,
    account: person.email ?? person.name,
  });
  return titled(request, "security.authenticator", { fresh });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The same: confirms a new one by its first code, removes it, or makes new recovery codes. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRecentAuthentication(request);
  const { person, sessionId } = await requirePerson(request);
  const who = { personId: person.id, sessionId };
  const body = await readFormFields(request);
  const form = parseForm(body, SecondFactorForm);
  const reply = form.reply({ hideFields: ["code"] });
  switch (body.get("intent")) {
    case "remove":
      await removeAuthenticator(db(), who);
      return redirect("/security?done=authenticator");
    case "codes": {
      const codes = await renewRecoveryCodes(db(), person.id);
      if (!codes) return redirect("/security/authenticator");
      return data(shown(reply, codes));
    }
    default: {
      if (form.status !== "success") return refused(reply);
      const answer = await confirmAuthenticator(db(), who, form.value.code);
      if (answer.ok) {
        const { session, recoveryCodes: codes } = answer;
        const headers = await renewed(session);
        return data(shown(reply, codes), { headers });
      }
      if (answer.refusal === "too-many") return tooOften(reply, answer.retryAt);
      return refused(
        form.reply({ hideFields: ["code"], fieldErrors: { code: ["secondFactor.wrong"] } }),
      );
    }
  }
}

type Shown = FormAnswer & { codes: string[] };

const shown = (form: FormReply, codes: string[]): Shown => ({
  form,
  said: null,
  minutes: 0,
  codes,
});

export default function Authenticator() {
  const t = useT();
  const { fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "codes" in answer) return <RecoveryCodes codes={(answer as Shown).codes} />;
  return (
    <>
      <BackLink to="/security">{t("security.back")}</BackLink>
      <PageHeader
        title={t("security.authenticator")}
        lead={t(fresh ? "authenticator.lead" : "authenticator.kept")}
      />
      <FormSaid answer={answer} />
      {fresh ? (
        <AuthenticatorSetUp fresh={fresh} errors={formErrors(answer?.form, t).code} />
      ) : (
        <AuthenticatorKept />
      )}
    </>
  );
}
