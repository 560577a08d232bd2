import { Link } from "@remix-run/react";
import type { OwnClaim } from "#app/modules/claims/load-own-claims.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ClaimBadge } from "./claim-badge.tsx";
import { ClaimSubject } from "./claim-subject.tsx";

/** A member's claims as lines of the booklet: what is missed, how it stands, and by when. */
export function OwnClaims({ claims }: { claims: OwnClaim[] }) {
  const t = useT();
  const figures = useFigures();

  function standing(claim: OwnClaim): string {
    if (claim.state === "open") {
      return claim.overdue
        ? t("claims.late")
        : t("claims.answerBy", { day: figures.lastWeekday(claim.dueAt) });
    }
    const day = figures.day(claim.decidedAt ?? claim.filedAt);
    return t(claim.state === "withdrawn" ? "claims.withdrawnOn" : "claims.answeredOn", { day });
  }

  return (
    <ul className="border-t border-rule">
      {claims.map((claim) => (
        <li
          key={claim.id}
          className="flex items-start justify-between gap-4 border-b border-rule py-4"
        >
          <div className="min-w-0">
            <p className="font-semibold break-words">
              <Link to={`/my/claims/${claim.id}`}>
                <ClaimSubject claim={claim} />
              </Link>
            </p>
            <p className="text-[0.9375rem] text-ink-soft">{standing(claim)}</p>
          </div>
          <div className="flex-none text-right">
            <ClaimBadge claim={claim} />
            {claim.state === "granted" && claim.entry && (
              <p className="figure mt-1 font-semibold text-accent">
                {figures.change(claim.entry.points)}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
