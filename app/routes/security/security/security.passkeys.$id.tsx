import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PasskeyNameForm } from "#app/modules/auth/forms.ts";
import {
  loadPasskey,
  removePasskey,
  renamePasskey,
} from "#app/modules/security/change-passkey.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requirePerson, requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { refused, titled } from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Whoever has confirmed that it is them: one of their own passkeys; 404 for anybody else's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRecentAuthentication(request);
  const { person } = await requirePerson(request);
  const passkey = await loadPasskey(db(), person.id, String(params.id));
  if (!passkey) throw notFound();
  return titled(request, "passkey.title", { passkey });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The same: gives it another name, or removes it (`intent=remove`). */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRecentAuthentication(request);
  const { person, sessionId } = await requirePerson(request);
  const id = String(params.id);
  const body = await readFormFields(request);
  if (body.get("intent") === "remove") {
    if (!(await removePasskey(db(), { personId: person.id, sessionId }, id))) throw notFound();
    return redirect("/security?done=passkeys");
  }
  const form = parseForm(body, PasskeyNameForm);
  if (form.status !== "success") return refused(form.reply());
  if (!(await renamePasskey(db(), person.id, id, form.value.name))) throw notFound();
  return redirect("/security#passkeys");
}

const notFound = () => new Response(null, { status: 404 });

export default function Passkey() {
  const t = useT();
  const { passkey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/security">{t("security.back")}</BackLink>
      <PageHeader title={t("passkey.title")} />
      <Form method="post" className="grid max-w-md gap-5">
        <Input
          id="name"
          name="name"
          required
          maxLength={60}
          label={t("passkey.name")}
          hint={t("passkey.nameHint")}
          defaultValue={String(answer?.form.initialValue?.name ?? passkey.name)}
          errors={formErrors(answer?.form, t).name}
        />
        <Button name="intent" value="rename" wide>
          {t("passkey.save")}
        </Button>
      </Form>
      <Form method="post" className="mt-10 border-t border-rule pt-6">
        <p className="mb-3 max-w-prose">{t("passkey.removal")}</p>
        <Button look="danger" name="intent" value="remove">
          {t("passkey.remove")}
        </Button>
      </Form>
    </>
  );
}
