import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  PasskeyForm,
  ReauthenticationPasswordForm,
  SecondFactorForm,
} from "#app/modules/auth/forms.ts";
import { requestCode } from "#app/modules/auth/request-code.server.ts";
import {
  loadReauthenticationMethods,
  type ReauthenticationProof,
  reauthenticate,
} from "#app/modules/security/reauthenticate.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { sameSitePath } from "#app/platform/http/same-site-path.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requirePerson } from "#app/routes/shell/guards.server.ts";
import {
  readKnownBrowser,
  readPasskeyChallenge,
} from "#app/routes/shell/sign-in-cookies.server.ts";
import {
  done,
  refused,
  renewed,
  titled,
  tooOften,
} from "#app/routes/shell/sign-in-request.server.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { ReauthenticationForms } from "../parts/reauthentication-forms.tsx";

/** Whoever is signed in, on their way to something that a stranger at an open screen must not do. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const to = sameSitePath(new URL(request.url).searchParams.get("to") ?? "/security");
  const ways = await loadReauthenticationMethods(db(), person.id);
  return titled(request, "confirm.title", { to, ways, email: person.email });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The same: takes the proof that `intent` names, or sends a code by e-mail (`intent=send`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const { person, sessionId } = await requirePerson(request);
  const address = requestAddress(context);
  const body = await readFormFields(request);
  const hideFields = ["password", "code", "passkey"];
  if (body.get("intent") === "send") {
    const [{ locale }, known] = await Promise.all([
      readPreferences(request),
      readKnownBrowser(request),
    ]);
    const reply = parseForm(body, SecondFactorForm).reply({ resetForm: true });
    if (!person.email) return refused(reply, "signIn.wrong");
    const asked = { email: person.email, purpose: "confirm" as const, locale, address, known };
    const sent = await requestCode(db(), asked);
    return sent.ok ? done(reply, "confirm.sent") : tooOften(reply, sent.retryAt);
  }
  const { form, proof } = await readProof(request, body);
  const reply = form.reply({ hideFields });
  if (!proof) return refused(reply, reply.error?.passkey ? "signIn.passkey.failed" : null);
  const answer = await reauthenticate(db(), { personId: person.id, sessionId, address }, proof);
  if (answer.ok) {
    const to = sameSitePath(String(body.get("to") ?? "/security"));
    return redirect(to, { headers: await renewed(answer.session) });
  }
  return answer.refusal === "too-many"
    ? tooOften(reply, answer.retryAt)
    : refused(reply, "confirm.wrong");
}

async function readProof(request: Request, body: FormData) {
  switch (body.get("intent")) {
    case "passkey": {
      const form = parseForm(body, PasskeyForm);
      if (form.status !== "success") return { form, proof: null };
      const token = await readPasskeyChallenge(request);
      const proof: ReauthenticationProof = { way: "passkey", token, response: form.value.passkey };
      return { form, proof };
    }
    case "password": {
      const form = parseForm(body, ReauthenticationPasswordForm);
      if (form.status !== "success") return { form, proof: null };
      const proof: ReauthenticationProof = { way: "password", password: form.value.password };
      return { form, proof };
    }
    default: {
      const form = parseForm(body, SecondFactorForm);
      if (form.status !== "success") return { form, proof: null };
      const way = body.get("intent") === "code" ? "code" : "authenticator";
      const proof: ReauthenticationProof = { way, code: form.value.code };
      return { form, proof };
    }
  }
}

export default function Confirm() {
  const t = useT();
  const { to, ways, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-md">
      <PageHeader title={t("confirm.title")} lead={t("confirm.lead")} />
      <FormSaid answer={answer} good="confirm.sent" />
      <ReauthenticationForms
        to={to}
        ways={ways}
        email={email}
        sent={answer !== undefined}
        answer={answer?.form}
      />
    </div>
  );
}
