import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  Link,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { payables } from "#app/features.server.ts";
import { cancelGoldYear } from "#app/modules/dues/cancel-gold-year.server.ts";
import { AskForYearForm, DUES_INTENTS } from "#app/modules/dues/forms.ts";
import { loadDuesPage } from "#app/modules/dues/load-dues-page.server.ts";
import { loadRenewal } from "#app/modules/gold-subscription/load-renewal.server.ts";
import { isRenewalOffered } from "#app/modules/gold-subscription/renewal-methods.server.ts";
import { askForYear } from "#app/modules/gold-subscription/single-year.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { stripe } from "#app/platform/stripe.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Spread } from "#app/ui/owner-shell.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";
import { GoldBenefits } from "../parts/gold-benefits.tsx";
import { OfferOnce } from "../parts/offer-once.tsx";
import { OwedYear } from "../parts/owed-year.tsx";
import { RenewalLead, RenewalOffer } from "../parts/renewal-lead.tsx";
import { YearsPaid } from "../parts/years-paid.tsx";

/** Members: what gold is for money, what they owe for it, and what they have paid. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  return {
    ...(await loadGoldForMoney(member.id)),
    online: stripe() !== null,
    done: noticeIn(request, ["cancelled"]),
    title: t("dues.title"),
  };
}

async function loadGoldForMoney(memberId: number) {
  const [page, { subscription }, renewalOffered] = await Promise.all([
    loadDuesPage(db(), memberId),
    loadRenewal(db(), memberId),
    isRenewalOffered(db()),
  ]);
  return { page, subscription, renewalOffered };
}

/** Members: ask for a year, which leads to its payment, or let it go again (`intent=cancel`). */
export async function action({ request }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const body = await readFormFields(request);
  if (DUES_INTENTS.parse(body.get("intent")) === "cancel") {
    const answer = await cancelGoldYear(member.id);
    if (answer.ok) throw redirect("/my/tier/gold?done=cancelled");
    return data({ refused: answer }, 409);
  }
  const form = parseForm(body, AskForYearForm);
  if (form.status !== "success") return data({ refused: null }, 400);
  const wanted = { memberId: member.id, seenMinor: form.value.amount, by: member.person.id };
  const answer = await askForYear(wanted, payables);
  if (answer.ok) throw redirect(`/my/payments/${answer.paymentId}`);
  if (answer.refusal === "subscribed") throw redirect("/my/gold-subscription?back=done");
  return data({ refused: answer }, answer.refusal === "away" ? 503 : 409);
}

/** After a refusal the page shows what there is by now, at the price of now. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  return args.actionStatus === 409 || args.actionStatus === 503 || args.defaultShouldRevalidate;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function GoldForMoney() {
  const t = useT();
  const figures = useFigures();
  const { page, subscription, renewalOffered, online, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { standing, owed, years, rules } = page;
  return (
    <Spread
      left={
        <>
          <BackLink to="/my/tier">{t("dues.back")}</BackLink>
          <PageHeader
            title={t("dues.title")}
            lead={
              <TierMark tier={standing.tier}>
                {standing.tier === "silver"
                  ? t("dues.now.silver")
                  : t(`dues.now.${standing.phase}`, {
                      day: figures.calendarDay(
                        standing.phase === "gold" ? standing.goldThrough : standing.keptThrough,
                      ),
                    })}
              </TierMark>
            }
          />
          <div className="mb-6 grid gap-3 empty:hidden">
            {!refused && done && <Notice tone="ok">{t("dues.done.cancelled")}</Notice>}
            {refused?.refusal === "price-changed" && (
              <Notice tone="refusal">
                {t("dues.refused.price-changed", { price: figures.money(refused.amountMinor) })}
              </Notice>
            )}
            {(refused?.refusal === "paid" ||
              refused?.refusal === "being-paid" ||
              refused?.refusal === "away") && (
              <Notice tone="refusal">{t(`dues.refused.${refused.refusal}`)}</Notice>
            )}
          </div>
          {subscription && <RenewalLead subscription={subscription} />}
          {owed && <OwedYear year={owed} />}
          {!owed && !subscription && <OfferOnce page={page} online={online} />}
          {!subscription && renewalOffered && page.offer.ok && <RenewalOffer />}
        </>
      }
      right={
        <>
          <GoldBenefits rules={rules} />
          {years.length > 0 && (
            <Section
              id="years"
              title={t("dues.years")}
              more={<Link to="/my/payments">{t("dues.years.all")}</Link>}
            >
              <YearsPaid years={years} />
            </Section>
          )}
        </>
      }
    />
  );
}
