import { Link } from "@remix-run/react";
import type { OwnMoney } from "#app/modules/payments/list-payments.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { PaymentBadge } from "./payment-badge.tsx";

/** What a member paid, owes and got back as lines of the booklet: what for, when, how, and the way to its receipt. */
export function OwnPayments({ lines }: { lines: OwnMoney[] }) {
  const t = useT();
  return (
    <ul className="border-t border-rule">
      {lines.map((line) => (
        <li
          key={`${line.kind} ${line.id}`}
          className="flex items-start justify-between gap-4 border-b border-rule py-4"
        >
          <div className="min-w-0">
            <p className="font-semibold break-words">
              <Link to={`/my/payments/${line.paymentId}`}>{inLanguage(t.locale, line.title)}</Link>
            </p>
            <Particulars line={line} />
          </div>
          <Sum line={line} />
        </li>
      ))}
    </ul>
  );
}

function Particulars({ line }: { line: OwnMoney }) {
  const t = useT();
  const figures = useFigures();
  const { paymentId, method, at } = line;
  const day = figures.day(at);
  const what = line.kind === "refund" ? "refund" : line.state === "paid" ? "paid" : "asked";
  return (
    <p className="text-[0.9375rem] text-ink-soft">
      {[t(`payments.own.${what}`, { day }), method && t(`payments.method.${method}`)]
        .filter(Boolean)
        .join(" · ")}
      {line.kind === "payment" && line.receipt && (
        <span className="block">
          <Link to={`/my/payments/${paymentId}/receipt.pdf`} reloadDocument>
            {t("payments.own.receipt", { receipt: line.receipt })}
          </Link>
        </span>
      )}
    </p>
  );
}

/** What went back stands with a sign before it. */
function Sum({ line }: { line: OwnMoney }) {
  const t = useT();
  const figures = useFigures();
  const { amountMinor, currency } = line;
  const sum = line.kind === "refund" ? -amountMinor : amountMinor;
  return (
    <div className="flex-none text-right">
      <p className="figure mb-1 font-semibold whitespace-nowrap">
        {figures.moneyIn(sum, currency)}
      </p>
      {line.kind === "payment" ? (
        <PaymentBadge payment={line} />
      ) : (
        <Badge tone={line.state === "failed" ? "warn" : "plain"}>
          {t(`payments.refund.${line.state}`)}
        </Badge>
      )}
    </div>
  );
}
