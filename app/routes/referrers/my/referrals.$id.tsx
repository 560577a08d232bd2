import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { appealLead } from "#app/modules/leads/appeal-lead.server.ts";
import { AppealForm } from "#app/modules/referrals/forms.ts";
import { loadReferral } from "#app/modules/referrals/load-referral.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readReferrerRequest } from "#app/routes/shell/referrer-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { ReferralAppeal } from "../parts/referral-appeal.tsx";
import { ReferralBadge } from "../parts/referral-badge.tsx";
import { ReferralOutcome } from "../parts/referral-outcome.tsx";
import { ReferralReceipt } from "../parts/referral-receipt.tsx";
import { ReferralWay } from "../parts/referral-way.tsx";

/** Members, and others who recommend friends: one of their own leads; anybody else's does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, t } = await readReferrerRequest(request);
  const referral = await loadReferral(db(), person.id, rowIdIn(params.id));
  if (!referral) throw new Response(null, { status: 404 });
  return {
    referral,
    done: noticeIn(request, ["handed-in", "appealed"]),
    requestKey: crypto.randomUUID(),
    title: t("referrers.one.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members, and others who recommend friends: asks a person to look again at one of their own leads. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person } = await readReferrerRequest(request);
  const leadId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), AppealForm);
  if (form.status !== "success") {
    const known = await loadReferral(db(), person.id, leadId);
    if (!known) throw new Response(null, { status: 404 });
    return data({ form: form.reply(), refused: false }, 400);
  }
  const answer = await appealLead({ leadId, personId: person.id, ...form.value });
  if (!answer) throw new Response(null, { status: 404 });
  if (answer.ok) return redirect(`/my/referrals/${leadId}?done=appealed`);
  return data({ form: form.reply(), refused: true }, 409);
}

export default function Referral() {
  const t = useT();
  const { referral, done, requestKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { standing, name } = referral;
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/referrals">{t("referrers.back")}</BackLink>
      <PageHeader
        title={name === null ? t("referrers.aFriend") : <bdi>{name}</bdi>}
        lead={<ReferralBadge standing={standing} />}
      />
      {done === "handed-in" && standing !== "gone" && <ReferralReceipt referral={referral} />}
      {done === "appealed" && referral.appeal && (
        <Notice tone="ok">{t("referrers.appeal.sent")}</Notice>
      )}
      {reply?.refused && <Notice tone="refusal">{t("referrers.appeal.nothing")}</Notice>}
      <ReferralOutcome referral={referral} isNew={done === "handed-in"} />
      {referral.way.length > 0 && (
        <Section id="way" title={t("referrers.way")} className="mt-7!">
          <ReferralWay referral={referral} />
        </Section>
      )}
      <ReferralAppeal referral={referral} requestKey={requestKey} reply={reply?.form} />
    </div>
  );
}
