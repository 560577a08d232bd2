import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Section, Sheet } from "#app/ui/page.tsx";

interface OwedYearProps {
  year: {
    paymentId: number;
    amountMinor: number;
    currency: string;
    dueUntil: Date | string | null;
  };
}

/** A year that was asked for: the way to its payment, and out of it. */
export function OwedYear({ year }: OwedYearProps) {
  const t = useT();
  const figures = useFigures();
  const cancelling = useNavigation().formData?.get("intent") === "cancel";
  return (
    <Section id="owed" title={t("dues.owed")}>
      <Sheet>
        <p className="figure text-[2rem] leading-tight">
          {figures.moneyIn(year.amountMinor, year.currency)}
        </p>
        <p className="mt-2 max-w-prose">
          {year.dueUntil && t("dues.owed.lead", { day: figures.lastDay(year.dueUntil) })}
        </p>
        <div className="mt-4 flex flex-wrap gap-2.5">
          <ButtonLink to={`/my/payments/${year.paymentId}`}>{t("dues.owed.pay")}</ButtonLink>
          <Form method="post">
            <Button look="quiet" name="intent" value="cancel" pending={cancelling}>
              {t("dues.owed.cancel")}
            </Button>
          </Form>
        </div>
      </Sheet>
    </Section>
  );
}
