import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FiledClaim } from "#app/modules/claims/file-claim.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";

type Refused = Extract<FiledClaim, { ok: false }>;

/** Why a whole claim was not taken, and where its answer is. Nothing for what a field says itself. */
export function ClaimFormNews({ refused }: { refused: Refused | null | undefined }) {
  const t = useT();
  if (!refused) return null;
  switch (refused.refusal) {
    case "on-statement":
      return (
        <News
          action={
            <Link to={`/my/points/${refused.entryId}`}>
              {t("claims.refused.on-statement.open")}
            </Link>
          }
        >
          {t("claims.refused.on-statement")}
        </News>
      );
    case "earned-nothing":
      return (
        <News>
          {t("claims.refused.earned-nothing")} {t(`claims.nothing.${refused.reason}`)}
        </News>
      );
    case "open-already":
      return (
        <News
          action={
            <Link to={`/my/claims/${refused.claimId}`}>
              {t("claims.refused.open-already.open")}
            </Link>
          }
        >
          {t("claims.refused.open-already")}
        </News>
      );
    case "too-many-open":
      return <News>{t("claims.refused.too-many-open", { most: refused.most })}</News>;
    default:
      return null;
  }
}

function News({ children, action }: { children: ReactNode; action?: ReactNode }) {
  const t = useT();
  return (
    <div className="mb-6">
      <Notice tone="refusal" title={t("claims.refused.title")} action={action}>
        {children}
      </Notice>
    </div>
  );
}

type Reply = { form: Parameters<typeof formErrors>[0]; refused: Refused | null } | undefined;

/** The errors of the form's fields in words; one of them names the club's limit. */
export function claimFormErrors(reply: Reply, t: Translate) {
  const { refused } = reply ?? {};
  if (refused?.refusal !== "too-long-ago") return formErrors(reply?.form, t);
  const { visitedOn: _without, ...rest } = reply?.form?.error ?? {};
  return {
    ...formErrors({ error: rest }, t),
    visitedOn: [t("claims.refused.too-long-ago", { months: refused.months })],
  };
}
