import { Form } from "@remix-run/react";
import type { LinePlace } from "#app/modules/seats/load-line-place.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { whyNotYet } from "./own-words.ts";

/** One's place in the line, why it is not one's turn, when the line ends, and the way out of it. */
export function OwnLine({ line }: { line: LinePlace }) {
  const t = useT();
  const figures = useFigures();
  const { place, of, passed, offer, endsAt } = line;
  return (
    <Section id="line" title={t("registrations.line")}>
      <p className="text-lg">{t("registrations.line.place", { place, of })}</p>
      {!offer && <p className="mt-1 max-w-prose">{whyNotYet(line, t, figures)}</p>}
      {passed > 0 && (
        <p className="mt-1 max-w-prose">{t("registrations.line.passed", { passed })}</p>
      )}
      <p className="mt-1 max-w-prose text-ink-soft">
        {t("registrations.line.ends", { moment: figures.moment(endsAt) })}
      </p>
      <Form method="post" className="mt-3">
        <Button look="quiet" name="intent" value="leave">
          {t("registrations.line.leave")}
        </Button>
      </Form>
    </Section>
  );
}
