import { Form, useNavigation } from "@remix-run/react";
import type { OwnRedemptionPage } from "#app/modules/redemptions/load-own-redemptions.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";

/** Takes it back, while it is not ready: with what comes back, and that it is final. */
export function CancelForm({ redemption }: { redemption: OwnRedemptionPage }) {
  const t = useT();
  const figures = useFigures();
  const points = figures.points(redemption.points);
  const cancelling = useNavigation().formData?.get("intent") === "cancel";
  return (
    <Section id="cancel" title={t("redemptions.cancel.title")}>
      <div className="mb-3 max-w-prose text-ink-soft">
        {redemption.points > 0 && <p>{t("redemptions.cancel.back", { points })}</p>}
        {redemption.payment?.state === "paid" && <p>{t("redemptions.cancel.paid")}</p>}
        <p>{t("redemptions.cancel.final")}</p>
      </div>
      <Form method="post">
        <Button look="danger" name="intent" value="cancel" pending={cancelling}>
          {redemption.points > 0
            ? t("redemptions.cancel.press", { points })
            : t("redemptions.cancel.press.money")}
        </Button>
      </Form>
    </Section>
  );
}
