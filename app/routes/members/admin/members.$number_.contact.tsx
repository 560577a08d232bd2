import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ContactForm } from "#app/modules/members/contact-form.ts";
import {
  type CorrectionRefusal,
  correctContact,
  loadContact,
} from "#app/modules/members/correct-contact.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { memberNumberIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ContactFields } from "../parts/contact-fields.tsx";

/** The desk and admins, who have proved that it is them: how a member is reached, to be corrected. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "members.correct");
  const number = memberNumberIn(params);
  await requireRecentAuthentication(request);
  const contact = await loadContact(db(), number);
  if (!contact) throw new Response(null, { status: 404 });
  return { number, contact, title: t("desk.contact.title") };
}

const FIELDS: Record<CorrectionRefusal, string> = {
  "no-such-member": "name",
  "email-taken": "email",
  "email-needs-id": "seenId",
  "email-of-staff": "email",
  "email-kept": "email",
};

/** The desk and admins, who have proved that it is them: corrects it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "members.correct");
  const number = memberNumberIn(params);
  await requireRecentAuthentication(request);
  const form = parseForm(await readFormFields(request), ContactForm);
  if (form.status !== "success") return data({ form: form.reply() }, 400);
  const { seenId, name, phone, email, birthMonth, birthDay } = form.value;
  const answer = await correctContact({
    number,
    contact: {
      name,
      phone,
      email: email ?? null,
      birthMonth: birthMonth ?? null,
      birthDay: birthDay ?? null,
    },
    seenId: seenId === "on",
    ...actorOf(staff, context),
  });
  if (answer.ok) return redirect(`/admin/members/${number}?done=contact`);
  const fieldErrors = { [FIELDS[answer.refusal]]: [`desk.contact.refused.${answer.refusal}`] };
  return data({ form: form.reply({ fieldErrors }) }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded && `${loaded.title} · ${loaded.contact.name}` },
];

export default function CorrectContact() {
  const t = useT();
  const { number, contact } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/members/${number}`}>
        <bdi>{contact.name}</bdi>
      </BackLink>
      <PageHeader title={t("desk.contact.title")} lead={t("desk.contact.lead")} />
      <ContactFields contact={contact} reply={answer?.form} />
    </div>
  );
}
