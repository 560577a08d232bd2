import { Form } from "@remix-run/react";
import type { TurnsFor } from "#app/modules/draws/load-turns-for.server.ts";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";

interface LeadDrawProps {
  lead: LeadPage;
  turns: TurnsFor;
}

/** The buyer's turn at a table from which every turn wins, and what it won. Nothing where there is no table. */
export function LeadDraw({ lead, turns }: LeadDrawProps) {
  const t = useT();
  if (turns.state === "had") {
    return (
      <Section id="draw" title={t("pipeline.draw.title")}>
        <p className="font-semibold">
          {t("pipeline.draw.won", { prize: inLanguage(t.locale, turns.prize) })}
        </p>
        <p className="text-ink-soft">
          <a href={`/prize-tables/${turns.tableId}`}>{inLanguage(t.locale, turns.title)}</a>
        </p>
      </Section>
    );
  }
  const mayDraw = lead.isTheirs && lead.stage === "delivered" && lead.member !== null;
  if (!mayDraw || turns.tables.length === 0) return null;
  return (
    <Section id="draw" title={t("pipeline.draw.title")}>
      <p className="mb-3 text-ink-soft">{t("pipeline.draw.hint")}</p>
      <ul className="flex flex-wrap gap-2.5">
        {turns.tables.map(({ id, title }) => (
          <li key={id}>
            <Form method="post">
              <input type="hidden" name="intent" value="draw" />
              <input type="hidden" name="tableId" value={id} />
              <Button look="quiet">
                {t("pipeline.draw.let", { table: inLanguage(t.locale, title) })}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
