import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { handActs } from "#app/features.server.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { decideAdjustment } from "#app/modules/adjustments/decide-adjustment.server.ts";
import { DecideForm, WithdrawForm } from "#app/modules/adjustments/forms.ts";
import { loadApprovals } from "#app/modules/adjustments/load-approvals.server.ts";
import { withdrawAdjustment } from "#app/modules/adjustments/withdraw-adjustment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { AdjustmentsTable } from "../parts/adjustments-table.tsx";
import { ApprovalNews } from "../parts/approval-news.tsx";
import { ApprovalQueue } from "../parts/approval-queue.tsx";

const Query = z.object({
  after: OptionalRowId,
  before: OptionalRowId,
});

/** Whoever may ask for adjustments sees their own, whoever may answer all; with proof that it is them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t, may } = await readStaffRequest(request, "adjustments.ask");
  await requireRecentAuthentication(request);
  const done = noticeIn(request, ["booked", "refused", "withdrawn", "overtaken"]);
  const { after, before } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const decides = may("adjustments.approve");
  const who = decides ? undefined : staff.id;
  const lists = await loadApprovals(db(), { askedBy: who, after, before });
  return { ...lists, done, after, before, me: staff.id, decides, title: t("approvals.title") };
}

/** An answer by whoever may answer, or a withdrawal by whoever asked; with proof that it is them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "adjustments.ask");
  await requireRecentAuthentication(request);
  const body = await readFormFields(request);
  const who = actorOf(staff, context);
  return body.get("intent") === "withdraw" ? withdraw(body, who) : decide(request, body, who);
}

async function decide(request: Request, body: FormData, who: Actor) {
  await readStaffRequest(request, "adjustments.approve");
  const form = parseForm(body, DecideForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), refusal: null, available: null }, 400);
  }
  const { request: requestId, intent, note } = form.value;
  const decision = { requestId, approve: intent === "approve", note, ...who };
  const answer = await decideAdjustment(decision, handActs);
  if (answer.ok) throw redirect(`/admin/approvals?done=${answer.state}`);
  if (answer.refusal === "no-such-request") throw new Response(null, { status: 404 });
  const available = answer.refusal === "insufficient" ? answer.available : null;
  const status = answer.refusal.startsWith("own-") || answer.refusal === "not-allowed" ? 403 : 409;
  return data({ form: form.reply(), refusal: answer.refusal, available }, status);
}

async function withdraw(body: FormData, who: Actor) {
  const form = WithdrawForm.safeParse(Object.fromEntries(body));
  if (!form.success) throw new Response(null, { status: 400 });
  const done = await withdrawAdjustment(db(), { requestId: form.data.request, ...who });
  if (done) throw redirect("/admin/approvals?done=withdrawn");
  return data({ form: undefined, refusal: "not-waiting" as const, available: null }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Approvals() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { waiting, past, decides } = loaded;
  const page = (query: Record<string, number | null>) => `/admin/approvals?${search(query)}`;
  return (
    <>
      <PageHeader
        title={t("approvals.title")}
        lead={t(decides ? "approvals.lead" : "approvals.lead.own")}
      />
      <ApprovalNews done={answer ? null : loaded.done} answer={answer} />
      <Section id="waiting" title={t("approvals.waiting")}>
        <ApprovalQueue
          waiting={waiting.adjustments}
          now={loaded.now}
          me={loaded.me}
          decides={decides}
          reply={answer?.form}
        />
        <Pager
          label={t("approvals.waiting.pages")}
          newer={loaded.after ? { to: page({}), label: t("approvals.first") } : undefined}
          older={
            waiting.beyond
              ? { to: page({ after: waiting.beyond }), label: t("approvals.next") }
              : undefined
          }
        />
      </Section>
      <Section id="past" title={t("approvals.past")}>
        <AdjustmentsTable adjustments={past.adjustments} caption={t("approvals.past")} />
        <Pager
          label={t("approvals.past.pages")}
          newer={loaded.before ? { to: page({}), label: t("approvals.latest") } : undefined}
          older={
            past.beyond
              ? { to: `${page({ before: past.beyond })}#past`, label: t("approvals.older") }
              : undefined
          }
        />
      </Section>
    </>
  );
}

const search = (query: Record<string, number | null>) =>
  new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === null ? [] : [[key, `${value}`]])),
  );
