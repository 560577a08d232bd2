import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Queue, Waiting } from "#app/modules/today/load-waiting.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import {
  CarIcon,
  CheckIcon,
  MailIcon,
  PointsIcon,
  ReceiptIcon,
  RefusalIcon,
  UploadIcon,
} from "#app/ui/icons.tsx";
import { Section } from "#app/ui/page.tsx";

type Line = { key: string; icon: ReactNode; words: ReactNode; queue?: Queue };

const QUEUES = [
  { key: "claims", to: "/admin/claims", icon: <ReceiptIcon className="text-ink-soft" /> },
  { key: "carClaims", to: "/admin/cars", icon: <CarIcon className="text-ink-soft" /> },
  { key: "approvals", to: "/admin/approvals", icon: <PointsIcon className="text-ink-soft" /> },
] as const;

/** What wants somebody's eye, the most pressing first; or that nothing does. */
export function WaitingList({ waiting }: { waiting: Waiting }) {
  const t = useT();
  const figures = useFigures();
  const { imports, lettersUndelivered } = waiting;
  const lines: Line[] = QUEUES.flatMap(({ key, to, icon }) => {
    const queue = waiting[key];
    if (!queue || queue.open === 0) return [];
    const words = t(`desk.waits.${key}`, { count: queue.open });
    return [
      {
        key,
        icon,
        queue,
        words: (
          <Link key={key} to={to}>
            {words}
          </Link>
        ),
      },
    ];
  });
  lines.sort((a, b) => Number((b.queue?.late ?? 0) > 0) - Number((a.queue?.late ?? 0) > 0));
  if (imports?.rejected) {
    const { rows, fileName, importId } = imports.rejected;
    const words = t("staff.waits.rejected", { rows, file: fileName });
    const to = `/admin/imports/${importId}?outcome=rejected#rows`;
    lines.push({
      key: "rejected",
      icon: <RefusalIcon className="text-refusal" />,
      words: <Link to={to}>{words}</Link>,
    });
  }
  if (lettersUndelivered) {
    const words = t("staff.waits.letters", { count: lettersUndelivered });
    lines.push({
      key: "letters",
      icon: <MailIcon className="text-warn" />,
      words: <Link to="/admin/mails">{words}</Link>,
    });
  }
  if (imports && imports.running > 0) {
    const words = t("staff.waits.imports", { count: imports.running });
    lines.push({
      key: "imports",
      icon: <UploadIcon className="text-ink-soft" />,
      words: <Link to="/admin/imports">{words}</Link>,
    });
  }
  if (lines.length === 0) {
    const icon = <CheckIcon className="text-accent" />;
    lines.push({ key: "nothing", icon, words: t("staff.waits.nothing") });
  }
  return (
    <Section id="waits" title={t("staff.waits")}>
      <ul className="border-t border-rule">
        {lines.map(({ key, icon, words, queue }) => (
          <li key={key} className="flex gap-3 border-b border-rule py-2">
            <span className="flex-none">{icon}</span>
            <span className="min-w-0">{words}</span>
            {queue && (
              <span className="ml-auto flex-none text-right text-ink-soft">
                {queue.late > 0 && (
                  <Badge tone="refusal">{t("desk.waits.late", { count: queue.late })}</Badge>
                )}{" "}
                {queue.oldest && t("desk.waiting.since", { since: figures.day(queue.oldest) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
