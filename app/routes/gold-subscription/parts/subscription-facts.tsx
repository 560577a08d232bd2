import { Form, Link, useNavigation } from "@remix-run/react";
import type { SubscriptionPage } from "#app/modules/gold-subscription/load-subscription.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Shown = NonNullable<SubscriptionPage["subscription"]>;

interface SubscriptionFactsProps {
  subscription: Omit<Shown, "periodEnd" | "nextAttemptAt"> & {
    periodEnd: string | Date;
    nextAttemptAt: string | Date | null;
  };
}

/** A member's subscription: whether it goes on, what is charged next and when, and where to change that. */
export function SubscriptionFacts({ subscription }: SubscriptionFactsProps) {
  const t = useT();
  const figures = useFigures();
  const { state, amountMinor, currency, periodEnd, nextAttemptAt } = subscription;
  const sum = figures.moneyIn(amountMinor, currency);
  return (
    <>
      {state === "unpaid" ? (
        <Notice tone="warn" title={t("goldSubscription.unpaid.title")} announce={false}>
          {t("goldSubscription.unpaid.lead")}
        </Notice>
      ) : (
        <Notice tone={state === "renews" ? "ok" : "info"} announce={false}>
          {t(`goldSubscription.${state}.lead`)}
        </Notice>
      )}
      <KeyValue
        facts={[
          { label: t("goldSubscription.state"), value: t(`goldSubscription.state.${state}`) },
          {
            label: t("goldSubscription.price"),
            value: <span className="figure">{t("goldSubscription.aYear", { sum })}</span>,
          },
          ...(state === "renews"
            ? [{ label: t("goldSubscription.next"), value: figures.day(periodEnd) }]
            : []),
          ...(state === "ends"
            ? [{ label: t("goldSubscription.paidThrough"), value: figures.day(periodEnd) }]
            : []),
          ...(state === "unpaid" && nextAttemptAt
            ? [{ label: t("goldSubscription.again"), value: figures.day(nextAttemptAt) }]
            : []),
        ]}
      />
      <ManagePayment lead={t("goldSubscription.manage.lead")}>
        {t("goldSubscription.manage")}
      </ManagePayment>
      <p>
        <Link to="/my/tier/gold">{t("goldSubscription.receipts")}</Link>
      </p>
    </>
  );
}

/** Leads to Stripe's Customer Portal. */
export function ManagePayment(props: { children: string; lead?: string; look?: "quiet" }) {
  const pending = useNavigation().state !== "idle";
  return (
    <Form method="post">
      <input type="hidden" name="act" value="manage" />
      <Button pending={pending} {...(props.look ? { look: props.look } : {})}>
        {props.children}
      </Button>
      {props.lead && <p className="mt-2 text-[0.9375rem] text-ink-soft">{props.lead}</p>}
    </Form>
  );
}
