import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerAppeal } from "#app/modules/pipeline/answer-appeal.server.ts";
import { ReviewForm } from "#app/modules/pipeline/forms.ts";
import { loadReviewQueue } from "#app/modules/pipeline/load-review-queue.server.ts";
import { reviewLead } from "#app/modules/pipeline/review-lead.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { AppealSheet } from "../parts/appeal-sheet.tsx";
import { ReviewSheet } from "../parts/review-sheet.tsx";

const AT_ONCE = 20;

/** Admins: leads about which something looked wrong, and referrers who do not agree. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "leads.review");
  const queue = await loadReviewQueue(db(), AT_ONCE);
  const done = noticeIn(request, ["pass", "refuse", "appeal"]);
  return { ...queue, done, title: t("pipeline.review.title") };
}

/** Admins: lets a lead pass, declines it, or answers an appeal. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "leads.review");
  const form = parseForm(await readFormFields(request), ReviewForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { value } = form;
  const { leadId } = value;
  const actor = actorOf(staff, context);
  const answered =
    value.intent === "appeal"
      ? await answerAppeal(value, actor)
      : await reviewLead(
          value.intent === "pass"
            ? { leadId, outcome: "passed" }
            : { leadId, outcome: "refused", reason: value.reason },
          actor,
        );
  if (answered.ok) return redirect(`/admin/leads/review?done=${value.intent}`);
  if (answered.refusal === "not-found") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refusal: answered.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ReviewQueue() {
  const t = useT();
  const { leads, appeals, counts, done, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/leads">{t("pipeline.back")}</BackLink>
      <PageHeader title={title} lead={t("pipeline.review.lead", counts)} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {refused?.refusal && (
          <Notice tone="refusal" title={t("pipeline.refused.title")}>
            {t(`pipeline.refused.${refused.refusal}`)}
          </Notice>
        )}
        {done && !refused && <Notice tone="ok">{t(`pipeline.review.done.${done}`)}</Notice>}
      </div>
      {leads.length + appeals.length === 0 && (
        <EmptyState drawing={<MagnifierDrawing />}>{t("pipeline.review.empty")}</EmptyState>
      )}
      {appeals.length > 0 && (
        <Section id="appeals" title={t("pipeline.appeals.title", { count: counts.appeals })}>
          <ul className="grid gap-4">
            {appeals.map((appeal) => (
              <AppealSheet key={appeal.leadId} appeal={appeal} reply={refused?.form} />
            ))}
          </ul>
        </Section>
      )}
      {leads.length > 0 && (
        <Section id="waiting" title={t("pipeline.review.waiting", { count: counts.leads })}>
          <ul className="grid gap-4">
            {leads.map((lead) => (
              <ReviewSheet key={lead.id} lead={lead} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
