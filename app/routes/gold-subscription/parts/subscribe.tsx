import { Form, useNavigation } from "@remix-run/react";
import type { NothingToPay } from "#app/modules/dues/dues-offer.ts";
import type { SubscriptionPage } from "#app/modules/gold-subscription/load-subscription.server.ts";
import { REMIND_DAYS } from "#app/modules/gold-subscription/renewal.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { ManagePayment } from "./subscription-facts.tsx";

interface SubscribeProps {
  page: Pick<SubscriptionPage, "offered" | "known"> & {
    offer: Offered;
    attempt: { url: string | null; expiresAt: string | Date } | null;
  };
}

/** A year as the page has it: nothing but what it costs, or why it is not to be had. */
type Offered = { ok: true; amountMinor: number } | ({ ok: false } & NothingToPay);

/** What a member agrees to who has gold renewed by itself, and the way to do so. */
export function Subscribe({ page }: SubscribeProps) {
  const { offered, offer, attempt, known } = page;
  const t = useT();
  const figures = useFigures();
  const pending = useNavigation().state !== "idle";
  const invoices = known && (
    <ManagePayment look="quiet">{t("goldSubscription.invoices")}</ManagePayment>
  );
  if (!offered || !offer.ok) {
    const why = offer.ok
      ? t("goldSubscription.notOffered")
      : offer.refusal === "not-yet"
        ? t("goldSubscription.notYet", {
            through: figures.calendarDay(offer.through),
            opens: figures.calendarDay(offer.opens),
          })
        : t(`goldSubscription.refused.${offer.refusal}`);
    return (
      <>
        <Notice announce={false}>{why}</Notice>
        {invoices}
      </>
    );
  }
  const sum = figures.money(offer.amountMinor);
  return (
    <>
      <Section id="terms" title={t("goldSubscription.terms")}>
        <ul className="grid list-disc gap-2 pl-5">
          <li>{t("goldSubscription.terms.begin")}</li>
          <li>{t("goldSubscription.terms.remind", { days: REMIND_DAYS })}</li>
          <li>{t("goldSubscription.terms.cancel")}</li>
          <li>{t("goldSubscription.terms.methods")}</li>
        </ul>
      </Section>
      <Form method="post">
        <input type="hidden" name="act" value="subscribe" />
        <Button pending={pending}>
          {attempt ? t("goldSubscription.goOn") : t("goldSubscription.subscribe", { sum })}
        </Button>
        {attempt && (
          <p className="mt-2 text-[0.9375rem] text-ink-soft">
            {t("goldSubscription.until", { moment: figures.moment(attempt.expiresAt) })}
          </p>
        )}
      </Form>
      {invoices}
    </>
  );
}
