import { Link } from "@remix-run/react";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Why nothing was changed by what somebody did to a lead. */
export type LeadRefusal =
  | "not-yours"
  | "in-review"
  | "ended"
  | "changed-meanwhile"
  | "past"
  | "day-past"
  | "day-too-far"
  | "cannot-work"
  | "held-by-another"
  | "over"
  | "accepted"
  | "not-accepted"
  | "delivered"
  | "there"
  | "no-reason"
  | "settled"
  | "not-yet"
  | "no-such-store"
  | "not-delivered"
  | "the-same"
  | "no-such-lead"
  | "colleagues-lead"
  | "draw-closed"
  | "first-call"
  | "not-confirmed"
  | "wrong-code"
  | "too-many-codes"
  | "car-taken";

interface LeadNewsProps {
  lead: LeadPage;
  refusal: LeadRefusal | null | undefined;
  /** What was just done. */
  done: WordKey | null;
}

/** What became of the form that was just sent, and how a lead stands where nothing can be done with it. */
export function LeadNews({ lead, refusal, done }: LeadNewsProps) {
  const t = useT();
  const figures = useFigures();
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      {refusal && (
        <Notice tone="refusal" title={t("pipeline.refused.title")}>
          {t(`pipeline.refused.${refusal}`)}
        </Notice>
      )}
      {done && !refusal && <Notice tone="ok">{t(done)}</Notice>}
      {lead.review === "waiting" && (
        <Notice tone="warn" announce={false}>
          {t("pipeline.in-review")}
        </Notice>
      )}
      {lead.ended && (
        <Notice announce={false} title={t(`pipeline.ended.${lead.ended}`)}>
          {lead.endReason && t(`pipeline.reason.${lead.endReason}` as WordKey)}
        </Notice>
      )}
      {lead.deliveredAt && (
        <Notice tone="ok" announce={false}>
          {t("pipeline.delivered.on", { day: figures.day(lead.deliveredAt) })}
        </Notice>
      )}
      {lead.member && lead.stage !== "delivered" && (
        <Notice tone="warn" announce={false} title={t("pipeline.taken-back.title")}>
          {t("pipeline.taken-back.car", { name: lead.member.name })}{" "}
          <Link to={`/admin/members/${lead.member.number}`}>{t("pipeline.taken-back.open")}</Link>
        </Notice>
      )}
      {!lead.isTheirs && !lead.ended && (
        <Notice announce={false}>
          {lead.consultant
            ? t("pipeline.masked.others", { name: lead.consultant.name })
            : t("pipeline.masked.nobodys")}
        </Notice>
      )}
    </div>
  );
}
