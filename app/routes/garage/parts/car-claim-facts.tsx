import { Link } from "@remix-run/react";
import type { DecidedClaim } from "#app/modules/garage/decide-car-claim.server.ts";
import type { CarClaimPage } from "#app/modules/garage/load-car-claim.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

interface CarClaimNewsProps {
  claim: CarClaimPage;
  done: { done: "granted" | "refused"; orders: number; points: number; waits: number } | null;
  refusal: Exclude<Extract<DecidedClaim, { ok: false }>["refusal"], "no-claim"> | null;
}

/** What has become of a claim, or of the attempt to decide it. */
export function CarClaimNews({ claim, done, refusal }: CarClaimNewsProps) {
  const t = useT();
  const figures = useFigures();
  const { state, decidedBy, decidedAt, reason } = claim;
  const decided = { state: t(`deskCars.state.${state}`), day: decidedAt && figures.day(decidedAt) };
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      {refusal && <Notice tone="refusal">{t(`deskCars.refused.${refusal}`)}</Notice>}
      {done && !refusal && (
        <Notice tone="ok">
          {done.done === "granted"
            ? t("deskCars.done.granted", { orders: done.orders, points: done.points })
            : t("deskCars.done.refused")}
          {done.waits > 0 && ` ${t("deskCars.done.waits", { points: done.waits })}`}
        </Notice>
      )}
      {state !== "open" && (
        <Notice announce={false}>
          {decidedBy
            ? t("deskCars.decided", { ...decided, day: decided.day ?? "", name: decidedBy })
            : t("deskCars.decidedAlone", { ...decided, day: decided.day ?? "" })}
          {reason && <p className="break-words">{reason}</p>}
        </Notice>
      )}
    </div>
  );
}

/** What the member says of the car, and what is on file. */
export function CarClaimFacts({ claim }: { claim: CarClaimPage }) {
  const t = useT();
  const figures = useFigures();
  const { said, car, member, holder, lastOrder, numberFits } = claim;
  const none = <span className="text-ink-soft">{t("deskCars.none")}</span>;
  const unknown = <span className="text-ink-soft">{t("deskCars.unknown")}</span>;
  const figure = (text: string) => <span className="figure break-all">{text}</span>;
  return (
    <div className="grid gap-x-12 gap-y-8 min-[56rem]:grid-cols-2">
      <Section id="said" title={t("deskCars.said")}>
        <KeyValue
          facts={[
            {
              label: t("deskCars.member"),
              value: (
                <Link to={`/admin/members/${member.number}`}>
                  <bdi>{member.name}</bdi> <span className="figure">{member.number}</span>
                </Link>
              ),
            },
            { label: t("deskCars.phone"), value: member.phone ? figure(member.phone) : unknown },
            { label: t("deskCars.plate"), value: said.plate ? figure(said.plate) : none },
            { label: t("deskCars.vin"), value: said.vin ? figure(said.vin) : none },
            { label: t("deskCars.model"), value: said.model ? <bdi>{said.model}</bdi> : none },
            {
              label: t("deskCars.order"),
              value: said.orderNumber ? (
                <>
                  {figure(said.orderNumber)}{" "}
                  <Badge tone={numberFits ? "ok" : "warn"}>
                    {t(numberFits ? "deskCars.fits" : "deskCars.fitsNot")}
                  </Badge>
                </>
              ) : (
                none
              ),
            },
            { label: t("deskCars.age"), value: figures.day(claim.askedAt) },
          ]}
        />
      </Section>
      <Section id="file" title={t("deskCars.file")} className="min-[56rem]:mt-0!">
        <KeyValue
          facts={[
            {
              label: t("deskCars.holder"),
              value: holder ? (
                <>
                  <Link to={`/admin/members/${holder.number}`}>
                    <bdi>{holder.name}</bdi> <span className="figure">{holder.number}</span>
                  </Link>
                  <span className="block text-ink-soft">
                    {t("deskCars.holderSince", { day: figures.calendarDay(holder.since) })}
                  </span>
                  {holder.samePhone && <Badge tone="warn">{t("deskCars.samePhone")}</Badge>}
                </>
              ) : (
                t("deskCars.nobody")
              ),
            },
            { label: t("deskCars.plate"), value: car.plate ? figure(car.plate) : unknown },
            { label: t("deskCars.vin"), value: car.vin ? figure(car.vin) : unknown },
            { label: t("deskCars.model"), value: car.model ? <bdi>{car.model}</bdi> : unknown },
            {
              label: t("deskCars.lastOrder"),
              value: lastOrder
                ? t("deskCars.lastOrderWords", {
                    day: figures.calendarDay(lastOrder.day),
                    order: lastOrder.number,
                    store: inLanguage(t.locale, lastOrder.store),
                  })
                : t("deskCars.noOrders"),
            },
            { label: t("deskCars.adopts"), value: figures.points(claim.nobodysOrders) },
          ]}
        />
      </Section>
    </div>
  );
}
