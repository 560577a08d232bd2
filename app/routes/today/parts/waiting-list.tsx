import { Link } from "@remix-run/react";
import type { WaitingLine } from "#app/modules/today/load-waiting.server.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import {
  CarIcon,
  CheckIcon,
  GiftIcon,
  MailIcon,
  PointsIcon,
  ReceiptIcon,
  RefusalIcon,
  UploadIcon,
} from "#app/ui/icons.tsx";
import { Section } from "#app/ui/page.tsx";

/** What is drawn beside a line, by its name; one that is not here has the sign of its kind. */
const ICONS: Record<string, typeof CheckIcon> = {
  claims: ReceiptIcon,
  carClaims: CarIcon,
  approvals: PointsIcon,
  letters: MailIcon,
  giftsToLayOut: GiftIcon,
  giftsToShip: GiftIcon,
  giftsShort: GiftIcon,
  campaignGifts: GiftIcon,
};
const ICONS_OF_KIND = { queue: ReceiptIcon, fault: RefusalIcon, progress: UploadIcon };

/** What wants somebody's eye, the most pressing first; or that nothing does. */
export function WaitingList({ waiting }: { waiting: WaitingLine[] }) {
  const t = useT();
  const figures = useFigures();
  return (
    <Section id="waits" title={t("staff.waits")}>
      <ul className="border-t border-rule">
        {mostPressingFirst(waiting).map((line) => {
          const { name, page, count, late, oldest, values } = line;
          return (
            <li key={name} className="flex gap-3 border-b border-rule py-2">
              <span className="flex-none">
                <LineIcon {...line} />
              </span>
              <span className="min-w-0">
                <Link to={page}>{t(`today.waits.${name}` as WordKey, { count, ...values })}</Link>
              </span>
              {oldest && (
                <span className="ml-auto flex-none text-right text-ink-soft">
                  {late > 0 && (
                    <Badge tone="refusal">{t("desk.waits.late", { count: late })}</Badge>
                  )}{" "}
                  {t("desk.waiting.since", { since: figures.day(oldest) })}
                </span>
              )}
            </li>
          );
        })}
        {waiting.length === 0 && (
          <li className="flex gap-3 border-b border-rule py-2">
            <CheckIcon className="text-accent" />
            <span className="min-w-0">{t("staff.waits.nothing")}</span>
          </li>
        )}
      </ul>
    </Section>
  );
}

/** What is late before what is not, what waits before what went wrong, and last what goes on by itself. */
function mostPressingFirst(waiting: WaitingLine[]): WaitingLine[] {
  const kinds = ["queue", "fault", "progress"];
  const rank = ({ kind, late }: WaitingLine) => kinds.indexOf(kind) + (late > 0 ? 0 : 0.5);
  return [...waiting].sort((a, b) => rank(a) - rank(b));
}

function LineIcon({ name, kind }: WaitingLine) {
  const Icon = ICONS[name] ?? ICONS_OF_KIND[kind];
  const tone = { queue: "text-ink-soft", fault: "text-refusal", progress: "text-ink-soft" }[kind];
  return <Icon className={name === "letters" ? "text-warn" : tone} />;
}
