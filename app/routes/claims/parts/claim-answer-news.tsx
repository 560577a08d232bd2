import { Link } from "@remix-run/react";
import { ruleBehind } from "#app/modules/claims/claim.ts";
import type { ClaimActRefusal } from "#app/modules/claims/claim-act.ts";
import type { ClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

interface ClaimAnswerNewsProps {
  claim: ClaimPage;
  /** Why what was just asked for was not done. */
  refusal: ClaimActRefusal | null | undefined;
  /** The answer has just been given, by whoever reads this. */
  justDone: boolean;
}

/** What a claim ended in, and what became of the form that was just sent. */
export function ClaimAnswerNews({ claim, refusal, justDone }: ClaimAnswerNewsProps) {
  const t = useT();
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      {refusal && (
        <Notice tone="refusal" title={t("claims.desk.refused.title")}>
          {t(`claims.desk.refused.${refusal}`)}
        </Notice>
      )}
      {justDone && <Done claim={claim} />}
      {claim.waits && <Waits waits={claim.waits} />}
      {claim.state !== "open" && <Answered claim={claim} />}
      {claim.isOwn && claim.state === "open" && (
        <Notice announce={false}>{t("claims.desk.own")}</Notice>
      )}
    </div>
  );
}

function Waits({ waits }: { waits: NonNullable<ClaimPage["waits"]> }) {
  const t = useT();
  const figures = useFigures();
  const { points, askedBy } = waits;
  return (
    <Notice tone="warn" title={t("claims.desk.waits.title")}>
      {t("claims.desk.waits", { points: figures.points(points), who: askedBy })}
    </Notice>
  );
}

function Done({ claim }: { claim: ClaimPage }) {
  const t = useT();
  const figures = useFigures();
  if (claim.state === "refused") return <Notice tone="ok">{t("claims.desk.done.refused")}</Notice>;
  if (claim.state === "on-statement") {
    return <Notice tone="ok">{t("claims.desk.done.onStatement")}</Notice>;
  }
  if (!claim.entry) return null;
  const { points } = claim.entry;
  return (
    <Notice tone="ok">
      {t("claims.desk.done.granted", { points, change: figures.change(points) })}
    </Notice>
  );
}

function Answered({ claim }: { claim: ClaimPage }) {
  const t = useT();
  const figures = useFigures();
  const day = figures.day(claim.decidedAt ?? claim.filedAt);
  const who = claim.decidedBy ?? t("claims.desk.itself");
  if (claim.entry) {
    const { points, id } = claim.entry;
    const change = figures.change(points);
    return (
      <Notice
        announce={false}
        action={
          <Link to={`/admin/members/${claim.memberNumber}/entries/${id}`}>
            {t("claims.desk.openEntry")}
          </Link>
        }
      >
        {claim.state === "on-statement"
          ? t("claims.desk.answered.onStatement", { who, day })
          : t("claims.desk.answered.granted", { points, change, who, day })}
      </Notice>
    );
  }
  if (claim.state === "withdrawn") {
    return <Notice announce={false}>{t("claims.desk.answered.withdrawn", { day })}</Notice>;
  }
  const rule = claim.reason === null ? null : ruleBehind(claim.reason);
  return (
    <Notice announce={false} title={t("claims.desk.answered.refused", { who, day })}>
      <p className="break-words whitespace-pre-line">
        {rule ? t(`claims.nothing.${rule}`) : claim.reason}
      </p>
    </Notice>
  );
}
