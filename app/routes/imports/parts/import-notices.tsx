import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { doubtfulReadings } from "#app/modules/imports/import-problem.ts";
import { problemWords } from "#app/modules/imports/import-words.ts";
import type { ImportShown } from "#app/modules/imports/load-import.server.ts";
import type {
  ImportNeighbours,
  NeighbourImport,
} from "#app/modules/imports/load-neighbours.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { EncodingChoice } from "./encoding-choice.tsx";

interface ImportNoticesProps {
  run: ImportShown;
  neighbours: ImportNeighbours;
  /** The file leaves something open that whoever reads this can answer. */
  asks: boolean;
  /** Why the encoding that was just named was not taken. */
  refusal: "no-doubt" | "file-gone" | undefined;
}

/** What has to be known before the figures: why there are none, what they leave out, what came before. */
export function ImportNotices({ run, neighbours, asks, refusal }: ImportNoticesProps) {
  const { t, locale, timeZone } = useWords();
  const whoAndWhen = ({ startedBy, createdAt }: NeighbourImport) => ({
    who: startedBy ?? t("staff.import.commandLine"),
    when: formatMoment(createdAt, locale, timeZone),
  });
  const toNeighbour = ({ id }: NeighbourImport) => (
    <Link to={`/admin/imports/${id}`}>{t("staff.import.open")}</Link>
  );
  const notices: ReactNode[] = [];
  if (refusal) {
    notices.push(
      <Notice key="refused" tone="refusal">
        {t(`staff.import.encoding.refused.${refusal}`)}
      </Notice>,
    );
  }
  const readings = doubtfulReadings(run.problem);
  if (readings) notices.push(<EncodingChoice key="encoding" readings={readings} />);
  else if (run.problem) {
    notices.push(
      <Notice
        key="problem"
        tone="refusal"
        title={t(run.state === "failed" ? "staff.import.failed" : "staff.import.stopped")}
      >
        {problemWords(t, run.problem)}
      </Notice>,
    );
  }
  if (asks) {
    notices.push(
      <Notice
        key="asks"
        tone="warn"
        action={<Link to="/admin/order-questions">{t("staff.import.asks.answer")}</Link>}
      >
        {t("staff.import.asks")}
      </Notice>,
    );
  }
  if (neighbours.ahead) {
    notices.push(
      <Notice key="ahead" action={toNeighbour(neighbours.ahead)}>
        {t("staff.import.ahead", whoAndWhen(neighbours.ahead))}
      </Notice>,
    );
  }
  if (neighbours.sameFile) {
    notices.push(
      <Notice key="same" tone="warn" action={toNeighbour(neighbours.sameFile)}>
        {t("staff.import.sameFile", whoAndWhen(neighbours.sameFile))}
      </Notice>,
    );
  }
  if (run.dryRun && run.state === "finished") {
    notices.push(
      <Notice key="dry" title={t("staff.import.dryRun.done")}>
        {t("staff.import.dryRun.next")}
      </Notice>,
    );
  }
  if (run.counts.columnsNotRead.length > 0) {
    const columns = run.counts.columnsNotRead.join(", ");
    notices.push(
      <Notice key="columns" announce={false}>
        {t("staff.import.columnsNotRead", { columns })}
      </Notice>,
    );
  }
  if (notices.length === 0) return null;
  return <div className="mb-8 grid max-w-3xl gap-3">{notices}</div>;
}
