import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { PrintButton } from "#app/ui/button.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { BackLink, Sheet } from "#app/ui/page.tsx";
import { OwnRedemptionBadge } from "../parts/own-redemption-badge.tsx";
import { readOwnRedemption } from "../parts/own-redemption-request.server.ts";
import { titleWords } from "../parts/title-words.ts";

/** Members: the receipt of a gift they took, for paper. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const redemption = await readOwnRedemption(member.id, rowIdIn(params.id), locale);
  const { number, person } = member;
  return { redemption, member: { number, name: person.name }, title: t("redemptions.receipt") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Receipt() {
  const t = useT();
  const figures = useFigures();
  const { redemption, member } = useLoaderData<typeof loader>();
  const { voucher, terms, store, payment } = redemption;
  return (
    <div className="mx-auto max-w-2xl">
      <div className="print:hidden">
        <BackLink to={`/my/redemptions/${redemption.id}`}>{redemption.title}</BackLink>
      </div>
      <Sheet>
        <h1>{t("redemptions.receipt")}</h1>
        <p className="mt-3 mb-4 text-lg break-words">{titleWords(redemption, t)}</p>
        <KeyValue
          facts={[
            { label: t("redemptions.fact.number"), value: String(redemption.id) },
            { label: t("redemptions.fact.member"), value: `${member.name} · ${member.number}` },
            { label: t("redemptions.fact.taken"), value: figures.day(redemption.takenAt) },
            { label: t("redemptions.fact.points"), value: figures.points(redemption.points) },
            ...(payment === null
              ? []
              : [
                  {
                    label: t("redemptions.fact.money"),
                    value: `${figures.moneyIn(payment.amountMinor, payment.currency)} · ${t(`redemptions.payment.${payment.state}`)}`,
                  },
                ]),
            ...(store === null ? [] : [{ label: t("redemptions.fact.store"), value: store }]),
            ...(redemption.collector === null
              ? []
              : [{ label: t("redemptions.fact.collector"), value: redemption.collector }]),
            ...redemption.steps
              .filter(({ step }) => step in DATED)
              .map(({ step, at }) => ({
                label: t(DATED[step as keyof typeof DATED]),
                value: figures.day(at),
              })),
          ]}
        />
        <p className="mt-4">
          <OwnRedemptionBadge redemption={redemption} />{" "}
          {voucher &&
            t("redemptions.validThrough", { day: figures.calendarDay(voucher.validThrough) })}
        </p>
        {terms && (
          <>
            <h2 className="mt-6">{t("redemptions.terms", { version: terms.version })}</h2>
            <p className="mt-1 text-[0.9375rem] break-words whitespace-pre-line">{terms.body}</p>
          </>
        )}
      </Sheet>
      <div className="mt-5">
        <PrintButton>{t("redemptions.receipt.print")}</PrintButton>
      </div>
    </div>
  );
}

/** Steps whose day is on a receipt, beside the day it was taken. */
const DATED = {
  collected: "redemptions.step.collected",
  delivered: "redemptions.step.delivered",
  cancelled: "redemptions.step.cancelled",
  lapsed: "redemptions.step.lapsed",
  returned: "redemptions.step.returned",
} as const;
