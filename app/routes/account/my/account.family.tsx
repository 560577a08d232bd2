import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addFamilyMember } from "#app/modules/account/add-family-member.server.ts";
import {
  forgetEmergencyContact,
  keepEmergencyContact,
  loadEmergencyContact,
} from "#app/modules/account/emergency-contact.server.ts";
import type { FamilyRefusal } from "#app/modules/account/family-rules.ts";
import { ContactForm, FamilyForm, RemoveForm } from "#app/modules/account/forms.ts";
import { loadFamily } from "#app/modules/account/load-family.server.ts";
import { removeFamilyMember } from "#app/modules/account/remove-family-member.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Section } from "#app/ui/page.tsx";
import { AccountHead } from "../parts/account-head.tsx";
import { ContactFields } from "../parts/contact-fields.tsx";
import { FamilyFields } from "../parts/family-fields.tsx";
import { FamilyList } from "../parts/family-list.tsx";

const DONE = ["added", "removed", "kept", "forgotten"] as const;

/** Members: their own family, and whom to call for it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const [family, contact, { timeZone }] = await Promise.all([
    loadFamily(db(), member.id),
    loadEmergencyContact(db(), member.id),
    loadClub(),
  ]);
  const done = noticeIn(request, DONE);
  const today = clubTime(timeZone).dayOf(new Date());
  return { family, contact, today, done, title: t("account.family") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const FIELD: Record<FamilyRefusal, "name" | "birthDate" | "guardian"> = {
  "born-in-the-future": "birthDate",
  "born-too-long-ago": "birthDate",
  "needs-guardian": "guardian",
  "there-already": "name",
  "family-is-full": "name",
};

/** Members: somebody added to their own family, or taken out of it; whom to call, or that nobody is remembered. */
export async function action({ request }: ActionFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const sent = await readFormFields(request);
  if (sent.has("remove")) {
    const remove = RemoveForm.safeParse(Object.fromEntries(sent));
    const removed = remove.success && (await removeFamilyMember(member, remove.data.remove));
    if (!removed) throw new Response(null, { status: 404 });
    return redirect("/my/account/family?done=removed");
  }
  if (sent.has("contact")) {
    const contact = parseForm(sent, ContactForm);
    if (contact.status !== "success") return data(contact.reply(), 400);
    const { value } = contact;
    if (value.contact === "forget") {
      await forgetEmergencyContact(db(), member.id);
      return redirect("/my/account/family?done=forgotten");
    }
    const { contactName, contactPhone } = value;
    await keepEmergencyContact(db(), member.id, { name: contactName, phone: contactPhone });
    return redirect("/my/account/family?done=kept");
  }
  const form = parseForm(sent, FamilyForm);
  if (form.status !== "success") return data(form.reply(), 400);
  const { guardian, ...entry } = form.value;
  const answer = await addFamilyMember(member, entry, { guardianAgrees: guardian, locale });
  if (!answer.ok) {
    const error = `account.error.${answer.refusal}`;
    return data(form.reply({ fieldErrors: { [FIELD[answer.refusal]]: [error] } }), 409);
  }
  return redirect("/my/account/family?done=added");
}

export default function Family() {
  const t = useT();
  const { family, contact, today, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = formErrors(answer, t);
  return (
    <>
      <AccountHead
        title={t("account.family")}
        lead={t("account.family.lead")}
        done={done && !answer && t(`account.family.${done}`)}
      />
      <FamilyList family={family} />
      <Section id="add" title={t("account.family.add")}>
        <FamilyFields
          key={family.length}
          today={today}
          typed={answer?.initialValue}
          errors={errors}
        />
      </Section>
      <Section id="contact" title={t("account.contact")}>
        <p className="mb-3 text-ink-soft">{t("account.contact.lead")}</p>
        <ContactFields
          key={contact ? "kept" : "none"}
          contact={contact}
          typed={answer?.initialValue}
          errors={errors}
        />
      </Section>
    </>
  );
}
