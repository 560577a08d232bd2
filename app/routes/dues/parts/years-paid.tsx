import { Link } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";

interface YearsPaidProps {
  years: {
    paymentId: number;
    state: string;
    amountMinor: number;
    currency: string;
    from: string | null;
    through: string | null;
    receipt: string | null;
  }[];
  /** Where payments are shown to whoever looks. */
  payments?: string;
}

/** Years of gold that were paid for, each with the way to its receipt. */
export function YearsPaid({ years, payments = "/my/payments" }: YearsPaidProps) {
  const t = useT();
  const figures = useFigures();
  return (
    <KeyValue
      facts={years.map((year) => ({
        label: (
          <>
            <span className="block text-ink">
              {t("dues.year.span", {
                from: year.from ? figures.calendarDay(year.from) : "",
                through: year.through ? figures.calendarDay(year.through) : "",
              })}
            </span>
            <Link to={`${payments}/${year.paymentId}`}>
              {t("dues.year.receipt", { receipt: year.receipt ?? "" })}
            </Link>
            {year.state === "ended" && <span className="block">{t("dues.year.ended")}</span>}
          </>
        ),
        value: (
          <span className="figure whitespace-nowrap">
            {figures.moneyIn(year.amountMinor, year.currency)}
          </span>
        ),
      }))}
    />
  );
}
