import { Link } from "@remix-run/react";
import type { ClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Section } from "#app/ui/page.tsx";
import { Plate } from "#app/ui/plate.tsx";
import { ClaimBadge } from "./claim-badge.tsx";
import { ClaimPhoto } from "./claim-told.tsx";

/** What a member misses, the photo they sent, and the cars they have. */
export function ClaimFacts({ claim }: { claim: ClaimPage }) {
  const t = useT();
  const figures = useFigures();
  const filed = figures.day(claim.filedAt);
  const none = <span className="text-ink-soft">{t("claims.desk.none")}</span>;
  return (
    <div className="min-w-0">
      <Section id="said" title={t("claims.desk.said")} more={<ClaimBadge claim={claim} />}>
        <KeyValue
          facts={[
            {
              label: t("claims.desk.col.member"),
              value: (
                <Link to={`/admin/members/${claim.memberNumber}`}>
                  <bdi>{claim.memberName}</bdi>{" "}
                  <span className="whitespace-nowrap">{claim.memberNumber}</span>
                </Link>
              ),
            },
            {
              label: t("claims.field.orderNumber"),
              value: claim.orderNumber ? (
                <span className="break-all">{claim.orderNumber}</span>
              ) : (
                none
              ),
            },
            {
              label: t("claims.field.visitedOn"),
              value: claim.visitedOn ? figures.calendarDay(claim.visitedOn) : none,
            },
            {
              label: t("claims.field.store"),
              value: claim.store ? inLanguage(t.locale, claim.store) : none,
            },
            {
              label: t("claims.desk.col.filed"),
              value: claim.filedBy
                ? t("claims.desk.filedBy", { day: filed, who: claim.filedBy })
                : filed,
            },
            {
              label: t("claims.desk.col.due"),
              value: (
                <>
                  {figures.lastWeekday(claim.dueAt)}{" "}
                  {claim.overdue && <Badge tone="refusal">{t("claims.desk.overdue")}</Badge>}
                </>
              ),
            },
            {
              label: t("claims.desk.col.who"),
              value: claim.lookedAfterBy?.name ?? none,
            },
          ]}
        />
        {claim.note && (
          <p className="mt-3 rounded-sm border border-rule bg-sheet p-3 break-words whitespace-pre-line">
            {claim.note}
          </p>
        )}
        {claim.hasPhoto ? (
          <ClaimPhoto src={`/admin/claims/${claim.id}/photo`} />
        ) : (
          <p className="mt-3 text-ink-soft">{t("claims.desk.photo.none")}</p>
        )}
      </Section>
      <Section id="cars" title={t("claims.desk.cars")}>
        {claim.cars.length === 0 && none}
        <ul className="grid gap-2">
          {claim.cars.map((car) => (
            <li key={car.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {car.plate && <Plate>{car.plate}</Plate>}
              <span>
                {car.held
                  ? (car.model ?? car.vin)
                  : t("claims.desk.formerCar", { car: car.model ?? car.vin ?? "–" })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
