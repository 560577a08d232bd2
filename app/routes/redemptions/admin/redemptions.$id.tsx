import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadRedemptionPage } from "#app/modules/redemptions/load-redemption-page.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { actOnRedemption, type RedemptionActIntent } from "../parts/redemption-act.server.ts";
import { RedemptionActs } from "../parts/redemption-acts.tsx";
import { RedemptionFacts } from "../parts/redemption-facts.tsx";
import { RedemptionNews } from "../parts/redemption-news.tsx";
import { RedemptionSteps } from "../parts/redemption-steps.tsx";

const DONE: (RedemptionActIntent | "taken")[] = [
  "taken",
  "ready",
  "hand-over",
  "undo-hand-over",
  "ship",
  "deliver",
  "return",
  "exchange",
  "extend",
  "cancel",
];

/** Whoever sees redemptions: one of them, with whose it is and every step. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, locale, may } = await readStaffRequest(request, "redemptions.see");
  const redemption = await loadRedemptionPage(db(), rowIdIn(params.id));
  if (!redemption) throw new Response(null, { status: 404 });
  const own = redemption.ownerId === staff.id;
  return {
    redemption,
    own,
    mayServe: may("redemptions.serve"),
    mayTakeMoney: may("payments.see") && may("payments.record"),
    links: {
      entry: may("members.statement"),
      payment: may("payments.see"),
      transfer: may("stock.transfer"),
    },
    done: noticeIn(request, DONE),
    undoFrom: await undoableFrom(),
    requestKey: randomUUID(),
    title: inLanguage(locale, redemption.title),
  };
}

/** Hand-overs since then can be undone: ISO 8601. */
async function undoableFrom(): Promise<string> {
  const now = new Date();
  const { undoUseMinutes } = rulesAt(await loadRuleBook(), now).rules.gifts;
  return new Date(now.getTime() - undoUseMinutes * 60_000).toISOString();
}

/** Whoever serves: the next step of it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff, may } = await readStaffRequest(request, "redemptions.serve");
  const id = rowIdIn(params.id);
  const fields = await readFormFields(request);
  const actor = { ...actorOf(staff, context), keepsGifts: may("gifts.keep") };
  const answered = await actOnRedemption(id, fields, actor);
  if (!answered.ok) return data(answered, { status: answered.refusal ? 409 : 400 });
  return redirect(`/admin/redemptions/${id}?done=${answered.intent}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Redemption() {
  const t = useT();
  const { redemption, own, mayServe, mayTakeMoney, links, done, undoFrom, requestKey, title } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/redemptions">{t("redemptions.desk.back")}</BackLink>
      <PageHeader title={t("redemptions.desk.pieces", { title, quantity: redemption.quantity })} />
      <RedemptionNews
        redemption={redemption}
        refusal={refused?.refusal}
        done={done}
        mayTakeMoney={mayTakeMoney}
        own={own}
      />
      <div className="grid gap-x-10 gap-y-9 min-[72rem]:grid-cols-[24rem_minmax(0,1fr)]">
        <RedemptionFacts redemption={redemption} links={links} />
        <div className="min-w-0">
          {mayServe && (
            <RedemptionActs
              redemption={redemption}
              own={own}
              undoFrom={undoFrom}
              refused={refused}
              requestKey={requestKey}
            />
          )}
          <RedemptionSteps redemption={redemption} />
        </div>
      </div>
    </>
  );
}
