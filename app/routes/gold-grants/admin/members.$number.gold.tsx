import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/modules/access/actor.ts";
import { GrantGoldForm, WithdrawGrantForm } from "#app/modules/gold-grants/forms.ts";
import { grantGold } from "#app/modules/gold-grants/grant-gold.server.ts";
import { loadGoldPage } from "#app/modules/gold-grants/load-gold-page.server.ts";
import { withdrawGrant } from "#app/modules/gold-grants/withdraw-grant.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { memberNumberIn, noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Section } from "#app/ui/page.tsx";
import { GoldHead, GoldNews } from "../parts/gold-head.tsx";
import { GoldSpans } from "../parts/gold-spans.tsx";
import { GrantForm } from "../parts/grant-form.tsx";

/** Admins who have proved that it is them: a member's times of gold, and the form to grant it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "tiers.grant");
  await requireRecentAuthentication(request);
  const page = await loadGoldPage(db(), memberNumberIn(params));
  if (!page) throw notFound();
  const done = noticeIn(request, ["granted", "withdrawn"]);
  return { page, done, title: `${t("gold.title")} · ${page.name} · ${page.number}` };
}

/** Admins who have proved that it is them: grants gold, or takes a grant back (`intent=withdraw`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "tiers.grant");
  await requireRecentAuthentication(request);
  const number = memberNumberIn(params);
  const body = await readFormFields(request);
  const who = { number, ...actorOf(staff, context) };
  return body.get("intent") === "withdraw" ? withdraw(body, who) : grant(body, who);
}

type Who = Actor & { number: string };

async function grant(body: FormData, who: Who) {
  const form = parseForm(body, GrantGoldForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const answer = await grantGold({ ...form.value, ...who });
  if (answer.ok) throw redirect(`/admin/members/${who.number}/gold?done=granted`);
  const { refusal } = answer;
  if (refusal === "no-such-member") throw notFound();
  if (refusal === "account-closed" || refusal === "own-account") {
    return data({ form: form.reply(), refusal }, 409);
  }
  const field = refusal.startsWith("grant-start") ? "from" : "through";
  const fieldErrors = { [field]: [`gold.error.${refusal}` satisfies WordKey] };
  return data({ form: form.reply({ fieldErrors }), refusal: null }, 400);
}

async function withdraw(body: FormData, who: Who) {
  const form = parseForm(body, WithdrawGrantForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { period, withdrawReason } = form.value;
  const answer = await withdrawGrant({ ...who, periodId: period, reason: withdrawReason });
  if (answer.ok) throw redirect(`/admin/members/${who.number}/gold?done=withdrawn`);
  if (answer.refusal === "no-such-grant") throw notFound();
  return data({ form: form.reply({ resetForm: true }), refusal: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Gold() {
  const t = useT();
  const { page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <GoldHead page={page} />
      <GoldNews done={answer ? null : done} refusal={answer?.refusal ?? null} />
      <Section id="spans" title={t("gold.spans")}>
        <GoldSpans spans={page.spans} reply={answer?.form} />
      </Section>
      {!page.closed && (
        <Section id="grant" title={t("gold.grant")}>
          <GrantForm page={page} reply={answer?.form} />
        </Section>
      )}
    </>
  );
}

const notFound = () => new Response("Not found", { status: 404 });
