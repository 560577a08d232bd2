import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deviceName } from "#app/modules/auth/device-name.ts";
import { NewPasskeyForm } from "#app/modules/auth/forms.ts";
import { addPasskey } from "#app/modules/security/add-passkey.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requirePerson, requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { readPasskeyChallenge } from "#app/routes/shell/sign-in-cookies.server.ts";
import { refused, renewed, titled } from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { NewPasskey } from "../parts/new-passkey.tsx";

/** Whoever has confirmed that it is them. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireRecentAuthentication(request);
  const { system } = deviceName(request.headers.get("User-Agent") ?? "");
  return titled(request, "passkey.new.title", { suggestion: system ?? "" });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The same: keeps the passkey that their device has made. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRecentAuthentication(request);
  const { person, sessionId } = await requirePerson(request);
  const form = parseForm(await readFormFields(request), NewPasskeyForm);
  const reply = form.reply({ hideFields: ["passkey"] });
  if (form.status !== "success") {
    return refused(reply, reply.error?.passkey ? "signIn.passkey.failed" : null);
  }
  const { name, passkey } = form.value;
  const token = await readPasskeyChallenge(request);
  const who = { personId: person.id, sessionId, token };
  const answer = await addPasskey(db(), who, name, passkey);
  if (!answer.ok) {
    return refused(
      reply,
      answer.refusal === "wrong" ? "signIn.passkey.failed" : "passkey.new.tooMany",
    );
  }
  return redirect("/security?done=passkey", { headers: await renewed(answer.session) });
}

export default function AddPasskey() {
  const t = useT();
  const { suggestion } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/security">{t("security.back")}</BackLink>
      <PageHeader title={t("passkey.new.title")} lead={t("passkey.new.lead")} />
      <FormSaid answer={answer} />
      <NewPasskey suggestion={suggestion} errors={formErrors(answer?.form, t).name} />
    </>
  );
}
