import { Form } from "@remix-run/react";
import type { Renewal } from "#app/modules/gold-subscription/load-renewal.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

const PAGE = "/my/gold-subscription";

type Subscription = NonNullable<Renewal["subscription"]>;

/** Gold that renews itself: how it goes on, and the way to Stripe's pages where that is changed. */
export function RenewalLead(props: {
  subscription: Omit<Subscription, "periodEnd" | "nextAttemptAt"> & { periodEnd: string | Date };
}) {
  const { state, amountMinor, currency, periodEnd } = props.subscription;
  const t = useT();
  const figures = useFigures();
  const sum = figures.moneyIn(amountMinor, currency);
  return (
    <Section id="renewal" title={t("dues.renewal")}>
      <Notice tone={state === "unpaid" ? "warn" : "info"} announce={false}>
        {t(`dues.renewal.${state}`, { sum, day: figures.day(periodEnd) })}
      </Notice>
      <div className="mt-4 flex flex-wrap gap-3">
        <Form method="post" action={`${PAGE}?index`}>
          <input type="hidden" name="act" value="manage" />
          <Button>{t("dues.renewal.manage")}</Button>
        </Form>
        <ButtonLink to={PAGE} look="quiet">
          {t("dues.renewal.more")}
        </ButtonLink>
      </div>
    </Section>
  );
}

/** The other way to pay for gold: by card, every year. */
export function RenewalOffer() {
  const t = useT();
  return (
    <Section id="renewal" title={t("dues.renewal.offer")}>
      <p className="max-w-prose">{t("dues.renewal.offer.lead")}</p>
      <p className="mt-4">
        <ButtonLink to={PAGE} look="quiet">
          {t("dues.renewal.offer.go")}
        </ButtonLink>
      </p>
    </Section>
  );
}
