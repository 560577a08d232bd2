import type { ReactNode } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** A secret that was just made, shown this once. */
export function SecretShown({
  title,
  secret,
  children,
}: {
  title: string;
  secret: string;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div className="mb-6 max-w-2xl">
      <Notice tone="warn" title={title}>
        <p>{t("webhooks.secret.once")}</p>
        <p className="figure mt-2 mb-2 select-all [overflow-wrap:anywhere]">{secret}</p>
        {children}
      </Notice>
    </div>
  );
}
