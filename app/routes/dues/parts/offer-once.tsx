import { Form, useNavigation } from "@remix-run/react";
import type { DuesPage } from "#app/modules/dues/load-dues-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section, Sheet } from "#app/ui/page.tsx";
import { NothingToPayNow } from "./nothing-to-pay-now.tsx";

interface OfferOnceProps {
  page: Pick<DuesPage, "offer" | "standing">;
  /** Whether the club takes money online. */
  online: boolean;
}

/** A year of gold, paid for once: what it costs, from when and through when it would be. */
export function OfferOnce({ page, online }: OfferOnceProps) {
  const t = useT();
  const figures = useFigures();
  const asking = useNavigation().formData?.get("intent") === "ask";
  const { offer, standing } = page;
  if (!offer.ok) {
    return (
      <Notice announce={false}>
        <NothingToPayNow nothing={offer} />
      </Notice>
    );
  }
  const days = {
    from: figures.calendarDay(offer.from),
    through: figures.calendarDay(offer.through),
  };
  return (
    <Section id="once" title={t("dues.once")}>
      <Sheet>
        <p className="figure text-[2rem] leading-tight">{figures.money(offer.amountMinor)}</p>
        <p className="mt-2 max-w-prose">
          {t(offer.ahead ? "dues.once.ahead" : "dues.once.now", days)}
        </p>
        <p className="mt-2 max-w-prose text-[0.9375rem] text-ink-soft">
          {t(online ? "dues.once.online" : "dues.once.counter")}
        </p>
        <Form method="post" className="mt-4">
          <input type="hidden" name="amount" value={offer.amountMinor} />
          <Button name="intent" value="ask" pending={asking}>
            {t(standing.tier === "gold" ? "dues.once.renew" : "dues.once.ask")}
          </Button>
        </Form>
      </Sheet>
    </Section>
  );
}
