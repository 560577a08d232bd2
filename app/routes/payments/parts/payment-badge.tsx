import type { PaymentState } from "#app/modules/payments/payment.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const TONES: Record<PaymentState, BadgeTone> = { open: "warn", paid: "ok", cancelled: "plain" };

interface PaymentBadgeProps {
  payment: { state: PaymentState; amountMinor: number; refundedMinor: number };
}

/** How a payment stands, in a word. */
export function PaymentBadge({ payment }: PaymentBadgeProps) {
  const t = useT();
  const { state, amountMinor, refundedMinor } = payment;
  if (state === "paid" && refundedMinor > 0) {
    return (
      <Badge>{t(`payments.state.${refundedMinor < amountMinor ? "part" : "refunded"}`)}</Badge>
    );
  }
  return <Badge tone={TONES[state]}>{t(`payments.state.${state}`)}</Badge>;
}
