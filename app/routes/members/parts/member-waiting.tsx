import { Link } from "@remix-run/react";
import type { MemberWaiting as Waiting } from "#app/modules/members/load-member-waiting.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { CarIcon, ReceiptIcon } from "#app/ui/icons.tsx";
import { Section } from "#app/ui/page.tsx";

/** What the member waits for an answer to; nothing where they wait for nothing. */
export function MemberWaiting({ waiting: { claims, carClaims } }: { waiting: Waiting }) {
  const t = useT();
  const figures = useFigures();
  if (claims.length + carClaims.length === 0) return null;
  return (
    <Section id="waiting" title={t("desk.waiting")}>
      <ul className="border-t border-rule">
        {claims.map(({ id, orderNumber, createdAt, dueAt, late }) => (
          <li key={`claim ${id}`} className="flex gap-3 border-b border-rule py-2">
            <ReceiptIcon className="flex-none text-ink-soft" />
            <Link to={`/admin/claims/${id}`}>
              {orderNumber
                ? t("desk.waiting.claimOf", { order: orderNumber })
                : t("desk.waiting.claim")}
            </Link>
            <span className="ml-auto text-right text-ink-soft">
              {late && <Badge tone="refusal">{t("desk.late")}</Badge>}{" "}
              {t("desk.waiting.due", {
                since: figures.day(createdAt),
                due: figures.lastDay(dueAt),
              })}
            </span>
          </li>
        ))}
        {carClaims.map(({ id, plate, model, createdAt }) => (
          <li key={`car ${id}`} className="flex gap-3 border-b border-rule py-2">
            <CarIcon className="flex-none text-ink-soft" />
            <Link to="/admin/cars">
              {t("desk.waiting.car", { car: plate ?? model ?? t("desk.car.noPlate") })}
            </Link>
            <span className="ml-auto text-right text-ink-soft">
              {t("desk.waiting.since", { since: figures.day(createdAt) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
