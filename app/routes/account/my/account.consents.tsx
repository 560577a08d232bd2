import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConsentForm } from "#app/modules/account/forms.ts";
import { loadRulesAgreement } from "#app/modules/account/rules-agreement.server.ts";
import type { FreeConsent } from "#app/modules/consents/consent-kinds.ts";
import { loadConsents } from "#app/modules/consents/load-consents.server.ts";
import { changeConsent } from "#app/modules/letters/change-consent.server.ts";
import { loadNotificationChoices } from "#app/modules/letters/load-notification-choices.server.ts";
import { coverOf, NOTIFICATION_KINDS } from "#app/modules/letters/notification-kinds.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { AccountHead } from "../parts/account-head.tsx";
import { ConsentList } from "../parts/consent-list.tsx";

/** Members: what they have agreed to, and when. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const { id } = member.person;
  const [consents, rules, choices] = await Promise.all([
    loadConsents(db(), id),
    loadRulesAgreement(db(), id),
    loadNotificationChoices(db(), id),
  ]);
  // Letters that come without the consent that covers them: nobody asked for it, or each was chosen by itself.
  const letters = NOTIFICATION_KINDS.filter(
    (kind) => choices[kind].wanted && !consents[coverOf(kind).consent as FreeConsent]?.given,
  ).map((kind) => ({ kind, consent: coverOf(kind).consent }));
  const done = noticeIn(request, ["given", "taken"]);
  return { consents, rules, letters, done, title: t("account.consents") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: one of their own consents given or taken back. */
export async function action({ request }: ActionFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const form = parseForm(await readFormFields(request), ConsentForm);
  if (form.status !== "success") return data(null, { status: 400 });
  await changeConsent(member.person.id, { ...form.value, locale });
  return redirect(`/my/account/consents?done=${form.value.given ? "given" : "taken"}`);
}

export default function Consents() {
  const t = useT();
  const { consents, rules, letters, done } = useLoaderData<typeof loader>();
  return (
    <>
      <AccountHead
        title={t("account.consents")}
        lead={t("account.consents.lead")}
        done={done && t(`account.consents.${done}`)}
      />
      <ConsentList consents={consents} rules={rules} letters={letters} />
    </>
  );
}
