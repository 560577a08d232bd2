import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { payables } from "#app/features.server.ts";
import { SellYearForm } from "#app/modules/dues/forms.ts";
import { loadDuesPage } from "#app/modules/dues/load-dues-page.server.ts";
import { sellYear } from "#app/modules/gold-subscription/single-year.server.ts";
import { findOpenMember } from "#app/modules/person/find-member.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readCounter } from "#app/routes/shell/counter-request.server.ts";
import { memberNumberIn, noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";
import { SellForm } from "../parts/sell-form.tsx";
import { SellNews } from "../parts/sell-news.tsx";
import { YearsPaid } from "../parts/years-paid.tsx";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Whoever sells gold: what a year would be for this member, and what they have paid. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "dues.sell");
  const member = await findOpenMember(db(), memberNumberIn(params));
  if (!member) throw new Response(null, { status: 404 });
  const { name } = member.person;
  return {
    number: member.number,
    name,
    own: member.personId === staff.id,
    page: await loadDuesPage(db(), member.id),
    counter: await readCounter(request, staff.id),
    done: noticeIn(request, ["sold"]),
    requestKey: randomUUID(),
    title: `${t("dues.sell.title")} · ${name}`,
  };
}

/** Whoever sells gold: the year is owed, paid and begun in one go. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "dues.sell");
  const number = memberNumberIn(params);
  const form = parseForm(await readFormFields(request), SellYearForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const { amount: amountMinor, store: storeId, ...how } = form.value;
  const answer = await sellYear(
    { number, amountMinor, storeId, ...how },
    actorOf(staff, context),
    payables,
  );
  if (answer.ok) throw redirect(`/admin/members/${number}/gold-year?done=sold`);
  const { refusal } = answer;
  if (refusal === "no-such-member" || refusal === "no-such-payment")
    throw new Response(null, { status: 404 });
  const forbidden = refusal === "not-allowed" || refusal === "own-payment";
  return data({ form: form.reply(), refused: answer }, forbidden ? 403 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function SellGoldYear() {
  const t = useT();
  const figures = useFigures();
  const { number, name, own, page, counter, done, requestKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { standing, years } = page;
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/members/${number}`}>
        <bdi>{name}</bdi>&nbsp;<span className="figure">{number}</span>
      </BackLink>
      <PageHeader
        title={t("dues.sell.title")}
        lead={
          <TierMark tier={standing.tier}>
            {standing.tier === "silver"
              ? t("tier.silver")
              : t(`dues.sell.now.${standing.phase}`, {
                  day: figures.calendarDay(
                    standing.phase === "gold" ? standing.goldThrough : standing.keptThrough,
                  ),
                })}
          </TierMark>
        }
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {!answer && done && <Notice tone="ok">{t("dues.sell.done")}</Notice>}
        <SellNews refused={answer?.refused ?? null} />
      </div>
      {own ? (
        <Notice tone="warn">{t("payments.record.refused.own-payment")}</Notice>
      ) : (
        <SellForm
          key={answer ? "again" : requestKey}
          page={page}
          counter={counter}
          requestKey={requestKey}
          reply={answer?.form}
        />
      )}
      {years.length > 0 && (
        <Section id="years" title={t("dues.sell.years")}>
          <YearsPaid years={years} payments="/admin/payments" />
        </Section>
      )}
    </div>
  );
}
