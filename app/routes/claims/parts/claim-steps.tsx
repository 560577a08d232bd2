import { Link } from "@remix-run/react";
import { ruleBehind } from "#app/modules/claims/claim.ts";
import type { OwnClaimPage } from "#app/modules/claims/load-own-claims.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Step, Steps } from "#app/ui/steps.tsx";

/** Where a claim stands: sent, looked into, answered; and by when, or with what. */
export function ClaimSteps({ claim }: { claim: OwnClaimPage }) {
  const t = useT();
  const figures = useFigures();
  const day = figures.day(claim.filedAt);
  const isOpen = claim.state === "open";
  return (
    <Steps>
      <Step done>
        {t(claim.filedByDesk ? "claims.step.filedByDesk" : "claims.step.filed", { day })}
      </Step>
      {claim.state !== "withdrawn" && (
        <Step done={!isOpen}>{isOpen ? <Waiting claim={claim} /> : t("claims.step.looked")}</Step>
      )}
      <Step done={!isOpen}>{isOpen ? t("claims.step.answer") : <Answer claim={claim} />}</Step>
    </Steps>
  );
}

function Waiting({ claim }: { claim: OwnClaimPage }) {
  const t = useT();
  const figures = useFigures();
  const day = figures.lastWeekday(claim.dueAt);
  if (claim.overdue) return t("claims.step.late", { day });
  return claim.lookedAfterBy
    ? t("claims.step.person", { who: claim.lookedAfterBy, day })
    : t("claims.step.desk", { day });
}

function Answer({ claim }: { claim: OwnClaimPage }) {
  const t = useT();
  const figures = useFigures();
  if (claim.state === "withdrawn") {
    return t("claims.step.withdrawn", { day: figures.day(claim.decidedAt ?? claim.filedAt) });
  }
  if (claim.entry) {
    const { points } = claim.entry;
    return (
      <>
        <p className="font-semibold">
          {claim.state === "on-statement"
            ? t("claims.step.onStatement")
            : t("claims.step.granted", { points, change: figures.change(points) })}
        </p>
        <p>
          <Link to={`/my/points/${claim.entry.id}`}>{t("claims.openEntry")}</Link>
        </p>
      </>
    );
  }
  const rule = claim.reason === null ? null : ruleBehind(claim.reason);
  return (
    <>
      <p className="font-semibold">{t("claims.step.refused")}</p>
      <p className="break-words whitespace-pre-line">
        {rule ? t(`claims.nothing.${rule}`) : claim.reason}
      </p>
      <p className="mt-1 text-[0.9375rem] text-ink-soft">{t("claims.refusedNext")}</p>
    </>
  );
}
