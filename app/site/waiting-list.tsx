import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Waiting } from "#app/modules/reporting/load-waiting.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CheckIcon, MailIcon, RefusalIcon, UploadIcon } from "#app/ui/icons.tsx";
import { Section } from "#app/ui/page.tsx";

/** What wants somebody's eye, the most pressing first; or that nothing does. */
export function WaitingList({ waiting }: { waiting: Waiting }) {
  const t = useT();
  const { imports, rejected, lettersUndelivered } = waiting;
  const lines: { key: string; icon: ReactNode; words: ReactNode }[] = [];
  if (rejected) {
    const words = t("staff.waits.rejected", { rows: rejected.rows, file: rejected.fileName });
    const to = `/admin/imports/${rejected.importId}?outcome=rejected#rows`;
    lines.push({
      key: "rejected",
      icon: <RefusalIcon className="text-refusal" />,
      words: <Link to={to}>{words}</Link>,
    });
  }
  if (lettersUndelivered > 0) {
    lines.push({
      key: "letters",
      icon: <MailIcon className="text-warn" />,
      words: t("staff.waits.letters", { count: lettersUndelivered }),
    });
  }
  if (imports > 0) {
    lines.push({
      key: "imports",
      icon: <UploadIcon className="text-ink-soft" />,
      words: <Link to="/admin/imports">{t("staff.waits.imports", { count: imports })}</Link>,
    });
  }
  if (lines.length === 0) {
    const icon = <CheckIcon className="text-accent" />;
    lines.push({ key: "nothing", icon, words: t("staff.waits.nothing") });
  }
  return (
    <Section id="waits" title={t("staff.waits")}>
      <ul className="border-t border-rule">
        {lines.map(({ key, icon, words }) => (
          <li key={key} className="flex gap-3 border-b border-rule py-2">
            <span className="flex-none">{icon}</span>
            <span className="min-w-0">{words}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
