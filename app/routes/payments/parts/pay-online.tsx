import { Form, useNavigation } from "@remix-run/react";
import type { LiveCheckout } from "#app/modules/payments/load-checkout.server.ts";
import type { CheckoutRefusal } from "#app/modules/payments/open-checkout.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { LeavingWeChat } from "#app/site/leaving-wechat.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface PayOnlineProps {
  payment: {
    amountMinor: number;
    currency: string;
    overdue: boolean;
    member: { number: string };
  };
  /** Whether the club takes money online at all. */
  online: boolean;
  checkout: (Omit<LiveCheckout, "expiresAt"> & { expiresAt: string | Date }) | null;
  /** They come from paying, or are about to leave WeChat's browser for it. */
  back: "done" | "left" | "leave" | null;
  /** Of this page, to be opened elsewhere. */
  address: string;
  refusal: Exclude<CheckoutRefusal, "no-such-payment"> | null;
}

/** How a member pays what they owe: online where the club can, and always at a counter. */
export function PayOnline(props: PayOnlineProps) {
  const { payment, online, checkout, back, address, refusal } = props;
  const t = useT();
  const figures = useFigures();
  const pending = useNavigation().state !== "idle";
  const sum = figures.moneyIn(payment.amountMinor, payment.currency);
  const counter = t("payments.open.lead", { number: payment.member.number });
  if (checkout?.state === "processing") {
    return <Notice announce={false}>{t("payments.online.processing")}</Notice>;
  }
  const over = payment.overdue && !checkout;
  return (
    <div className="grid gap-5">
      {refusal && <Notice tone="refusal">{t(`payments.online.refused.${refusal}`)}</Notice>}
      {!refusal && back === "done" && <Notice>{t("payments.online.checking")}</Notice>}
      {!refusal && back === "left" && <Notice>{t("payments.online.left")}</Notice>}
      {back === "leave" && checkout?.url && (
        <LeavingWeChat
          title={t("payments.online.wechat.title")}
          words={t("payments.online.wechat")}
          go={t("payments.online.wechat.go")}
          url={checkout.url}
          address={address}
        />
      )}
      {online && !over && (
        <Form method="post">
          <Button pending={pending}>
            {checkout ? t("payments.online.goOn", { sum }) : t("payments.online.pay", { sum })}
          </Button>
          {checkout && (
            <p className="mt-2 text-[0.9375rem] text-ink-soft">
              {t("payments.online.until", { moment: figures.moment(checkout.expiresAt) })}
            </p>
          )}
        </Form>
      )}
      <Notice tone={over ? "warn" : "info"} announce={false}>
        {over ? t("payments.open.overdue") : counter}
      </Notice>
    </div>
  );
}
