import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FiledClaim } from "#app/modules/claims/file-claim.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface DeskClaimNewsProps {
  refused: Extract<FiledClaim, { ok: false }> | null | undefined;
  memberNumber: string;
}

/** Why a claim that the desk files was not taken, and where its answer is. */
export function DeskClaimNews({ refused, memberNumber }: DeskClaimNewsProps) {
  const t = useT();
  if (!refused) return null;
  switch (refused.refusal) {
    case "on-statement":
      return (
        <News
          to={`/admin/members/${memberNumber}/entries/${refused.entryId}`}
          link={t("claims.desk.openEntry")}
        >
          {t("claims.desk.file.on-statement")}
        </News>
      );
    case "open-already":
      return (
        <News to={`/admin/claims/${refused.claimId}`} link={t("claims.refused.open-already.open")}>
          {t("claims.desk.file.open-already")}
        </News>
      );
    case "too-many-open":
      return <News>{t("claims.desk.file.too-many-open", { most: refused.most })}</News>;
    case "earned-nothing":
      return (
        <News>
          {t("claims.refused.earned-nothing")} {t(`claims.nothing.${refused.reason}`)}
        </News>
      );
    default:
      return null;
  }
}

function News({ children, to, link }: { children: ReactNode; to?: string; link?: string }) {
  const t = useT();
  return (
    <div className="mb-5">
      <Notice
        tone="refusal"
        title={t("claims.refused.title")}
        action={to && <Link to={to}>{link}</Link>}
      >
        {children}
      </Notice>
    </div>
  );
}
