import type { LeadHappening } from "#app/modules/pipeline/load-lead-page.server.ts";
import type { Translate, WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type Figures, useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";
import { Step, Steps } from "#app/ui/steps.tsx";

/** All that happened to a lead, the newest first. */
export function LeadHistory({ happenings }: { happenings: LeadHappening[] }) {
  const t = useT();
  const figures = useFigures();
  return (
    <Section id="history" title={t("pipeline.history.title")}>
      <Steps>
        {happenings.map((each) => (
          <Step key={each.key} done>
            <p className="font-semibold">{wordsOf(each, t, figures)}</p>
            {each.kind === "contact" && each.note && (
              <p className="break-words whitespace-pre-line">{each.note}</p>
            )}
            <p className="text-[0.875rem] text-ink-soft">
              {each.by
                ? t("pipeline.history.by", { when: figures.moment(each.at), who: each.by })
                : figures.moment(each.at)}
            </p>
          </Step>
        ))}
      </Steps>
    </Section>
  );
}

function wordsOf(each: LeadHappening, t: Translate, figures: Figures): string {
  if (each.kind === "contact") {
    return t("pipeline.history.contact", {
      way: t(`pipeline.way.${each.way}`),
      reached: each.reached ? "yes" : "no",
    });
  }
  const { step, stage, detail, to } = each;
  const reason = detail.reason ? t(`pipeline.reason.${detail.reason}` as WordKey) : "";
  const said = t(`pipeline.step.${step}`, {
    stage: t(`pipeline.stage.${stage}`),
    who: to ?? t("pipeline.consultant.none"),
    day: detail.until ? figures.calendarDay(detail.until) : "",
  });
  return reason ? t("pipeline.history.because", { said, reason }) : said;
}
