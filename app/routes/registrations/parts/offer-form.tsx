import { Form } from "@remix-run/react";
import type { LinePlace } from "#app/modules/seats/load-line-place.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Places that are held for those who wait: yes or no, with one tap each. */
export function OfferForm({ line, sending }: { line: LinePlace; sending: boolean }) {
  const t = useT();
  const figures = useFigures();
  const { offer } = line;
  if (!offer) return null;
  return (
    <Notice
      tone="warn"
      announce={false}
      title={t("registrations.offer.title", { people: offer.people })}
      action={
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="offer" value={offer.id} />
          <Button name="answer" value="yes" pending={sending}>
            {t("registrations.offer.yes")}
          </Button>
          {offer.fewer && (
            <Button look="quiet" name="answer" value="yes-fewer">
              {t("registrations.offer.yesFewer")}
            </Button>
          )}
          <Button look="quiet" name="answer" value="no">
            {t("registrations.offer.no")}
          </Button>
        </Form>
      }
    >
      <p>{t("registrations.offer.until", { moment: figures.moment(offer.endsAt) })}</p>
      {offer.fewer && <p>{t("registrations.offer.fewer")}</p>}
    </Notice>
  );
}
