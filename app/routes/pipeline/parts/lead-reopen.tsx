import { canBeFoundAgain } from "#app/modules/pipeline/ending.ts";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Act } from "./lead-acts.tsx";

/** The way back of what was declined or lost. */
export function LeadReopen({ lead }: { lead: LeadPage }) {
  const t = useT();
  if (!lead.isTheirs || !canBeFoundAgain(lead.ended) || lead.review === "refused") return null;
  return (
    <Section id="reopen" title={t("pipeline.reopen.title")}>
      <p className="mb-3 text-ink-soft">{t("pipeline.reopen.hint")}</p>
      <Act lead={lead} intent="find-again">
        <Button look="quiet">{t("pipeline.reopen.send")}</Button>
      </Act>
    </Section>
  );
}
