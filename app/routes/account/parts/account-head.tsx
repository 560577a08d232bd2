import type { ReactNode } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

interface AccountHeadProps {
  title: string;
  lead?: ReactNode;
  /** What was just done, in words. */
  done?: string | false | null;
  /** Up one level; the account's own page unless said otherwise. */
  back?: { to: string; label: string };
}

/** The head of a page about the owner themselves: the way back, the title, what was just done. */
export function AccountHead({ title, lead, done, back }: AccountHeadProps) {
  const t = useT();
  return (
    <>
      <BackLink to={back?.to ?? "/my/account"}>{back?.label ?? t("account.title")}</BackLink>
      <PageHeader title={title} lead={lead} />
      {done && (
        <div className="mb-6">
          <Notice tone="ok">{done}</Notice>
        </div>
      )}
    </>
  );
}
