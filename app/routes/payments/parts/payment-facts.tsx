import type { PaymentPage } from "#app/modules/payments/load-payment.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Fact, KeyValue } from "#app/ui/key-value.tsx";
import { PaymentBadge } from "./payment-badge.tsx";

/** A payment as it reaches a browser: instants are texts there. */
export type PaymentShown = Omit<
  PaymentPage,
  "dueUntil" | "createdAt" | "cancelledAt" | "paidAt" | "refunds"
> & {
  dueUntil: string | Date | null;
  createdAt: string | Date;
  cancelledAt: string | Date | null;
  paidAt: string | Date | null;
  refunds: (Omit<PaymentPage["refunds"][number], "createdAt"> & { createdAt: string | Date })[];
};

/** What a receipt says: the sum, when, how and where it was paid. */
export function PaymentFactList({ payment, more = [] }: { payment: PaymentShown; more?: Fact[] }) {
  const { t, locale } = useWords();
  const figures = useFigures();
  const { amountMinor, currency, paidAt, method, store, dueUntil, refundableMinor, state } =
    payment;
  const refundedMinor = state === "paid" ? amountMinor - refundableMinor : 0;
  const facts: (Fact | false)[] = [
    {
      label: t("payments.sum"),
      value: (
        <span className="inline-flex flex-wrap items-center justify-end gap-2">
          <PaymentBadge payment={{ state, amountMinor, refundedMinor }} />
          <strong className="figure">{figures.moneyIn(amountMinor, currency)}</strong>
        </span>
      ),
    },
    ...more,
    paidAt === null && { label: t("payments.asked"), value: figures.day(payment.createdAt) },
    state === "open" &&
      dueUntil !== null && { label: t("payments.until"), value: figures.lastDay(dueUntil) },
    paidAt !== null && { label: t("payments.day"), value: figures.moment(paidAt) },
    method !== null && { label: t("payments.how"), value: t(`payments.method.${method}`) },
    store !== null && {
      label: t("payments.where"),
      value: inLanguage(locale, store),
    },
    payment.counterReceipt !== null && {
      label: t("payments.counterReceipt"),
      value: <span className="break-all">{payment.counterReceipt}</span>,
    },
  ];
  return <KeyValue facts={facts.filter((fact) => fact !== false)} />;
}
