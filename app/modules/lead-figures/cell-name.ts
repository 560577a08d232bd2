import type { DeclineReason, LossReason, Stage } from "#app/modules/leads/stage.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { CellKind } from "./figure-columns.ts";
import type { Source } from "./figure-filter.ts";
import type { FigureEnding } from "./funnel.ts";

/**
 * What a line is called that is about a store, a consultant, a source, a stage or an ending, in its reader's language.
 * A line of all together is `all`; what is nobody's, and reasons that were not asked, have words too.
 */
export function cellName(t: Translate, as: CellKind, value: InBoth | string | null): string {
  if (value !== null && typeof value === "object") return inLanguage(t.locale, value);
  switch (as) {
    case "store":
      return value ?? t("leadFigures.none.store");
    case "consultant":
      return value === "all" ? t("leadFigures.all") : (value ?? t("leadFigures.none.consultant"));
    case "source":
      return t(`leadFigures.source.${value as Source}`);
    case "stage":
      if (value === "all") return t("leadFigures.untilDelivery");
      // "New" is what it is on the board, not how far it came.
      if (value === "submitted") return t("leadFigures.col.submitted");
      return t(`pipeline.stage.${value as Stage}`);
    case "ending":
      return value === "not-taken"
        ? t("leadFigures.notTaken")
        : t(`pipeline.ended.${value as Exclude<FigureEnding, "not-taken">}`);
    case "reason":
      return value === null
        ? t("leadFigures.none.reason")
        : t(`pipeline.reason.${value as DeclineReason | LossReason}`);
    default:
      return value === "all" ? t("leadFigures.all") : (value ?? "");
  }
}
