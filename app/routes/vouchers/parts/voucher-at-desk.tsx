import { Form, Link } from "@remix-run/react";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import type { VoucherShown } from "#app/modules/vouchers/load-voucher.server.ts";
import type { VoucherStanding } from "#app/modules/vouchers/voucher-standing.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { storeOptions } from "#app/site/store-options.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Select, Textarea } from "#app/ui/input.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section, Sheet } from "#app/ui/page.tsx";

const TONES: Record<VoucherStanding, BadgeTone> = {
  good: "ok",
  used: "refusal",
  expired: "refusal",
  cancelled: "refusal",
};

interface VoucherAtDeskProps {
  voucher: VoucherShown;
  standing: VoucherStanding;
  /** ISO 8601: uses since then can be taken back. */
  undoFrom: string;
  stores: StoreChoice[];
  deskStore: number | "all";
  requestKey: string;
  /** Whoever reads this has just used it: what can still be used is not the next thing to press. */
  justUsed: boolean;
  /** Whoever looks took it themselves: a colleague uses it for them. */
  own: boolean;
  errors: Record<string, string[] | undefined>;
}

/** What a voucher is and how it stands; a second press uses it. */
export function VoucherAtDesk(props: VoucherAtDeskProps) {
  const { voucher, standing, own } = props;
  const { t, locale } = useWords();
  const figures = useFigures();
  return (
    <>
      <Sheet>
        <p className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <span className="text-[1.375rem] leading-tight font-semibold">
            {inLanguage(locale, voucher.title)}
          </span>
          <Badge tone={TONES[standing]}>{t(`vouchers.desk.standing.${standing}`)}</Badge>
        </p>
        <div className="mt-3">
          <KeyValue
            facts={[
              {
                label: t("vouchers.desk.owner"),
                value: (
                  <Link to={`/admin/members/${voucher.memberNumber}`}>
                    <bdi>{voucher.memberName}</bdi> {voucher.memberNumber}
                  </Link>
                ),
              },
              {
                label: t("vouchers.desk.uses"),
                value: t("vouchers.desk.usesLeft", {
                  left: voucher.uses - voucher.used,
                  uses: voucher.uses,
                }),
              },
              {
                label: t("vouchers.desk.validThrough"),
                value: figures.calendarDay(voucher.validThrough),
              },
              {
                label: t("vouchers.desk.redemption"),
                value: (
                  <Link to={`/admin/redemptions/${voucher.redemptionId}`}>
                    {voucher.redemptionId}
                  </Link>
                ),
              },
            ]}
          />
        </div>
        {standing === "good" && !own && <UseIt {...props} />}
      </Sheet>
      {own && (
        <div className="mt-4">
          <Notice tone="warn" announce={false}>
            {t("vouchers.desk.own")}
          </Notice>
        </div>
      )}
      {standing !== "good" && <WhyNot {...props} />}
      {voucher.history.length > 0 && <History {...props} />}
    </>
  );
}

function UseIt({ voucher, stores, deskStore, requestKey, justUsed }: VoucherAtDeskProps) {
  const { t } = useWords();
  return (
    <Form method="post" action="/admin/vouchers" className="mt-4 flex flex-wrap items-end gap-3">
      <input type="hidden" name="intent" value="use" />
      <input type="hidden" name="code" value={voucher.code} />
      <input type="hidden" name="requestKey" value={requestKey} />
      {stores.length > 0 && (
        <Select
          id="use-store"
          name="store"
          label={t("vouchers.desk.store")}
          className="w-56 max-w-full"
          defaultValue={deskStore === "all" ? undefined : String(deskStore)}
          options={storeOptions(t.locale, stores)}
        />
      )}
      <Button look={justUsed ? "quiet" : "primary"}>
        {t(voucher.uses > 1 ? "vouchers.desk.useOne" : "vouchers.desk.use")}
      </Button>
    </Form>
  );
}

/** Why it cannot be used: of a used one when, where and by whom. */
function WhyNot({ voucher, standing, justUsed }: VoucherAtDeskProps) {
  const { t, locale, timeZone } = useWords();
  const last = voucher.history.find(({ undoneAt }) => undoneAt === null);
  if (standing === "good" || (justUsed && standing === "used")) return null;
  return (
    <div className="mt-4">
      <Notice tone="warn" title={t(`vouchers.desk.why.${standing}`)}>
        {last &&
          t("vouchers.desk.usedLast", {
            when: formatMoment(last.at, locale, timeZone),
            where: last.store ? inLanguage(locale, last.store) : "–",
            who: last.by ?? "–",
          })}
      </Notice>
    </div>
  );
}

function History({ voucher, undoFrom, own, errors }: VoucherAtDeskProps) {
  const { t, locale, timeZone } = useWords();
  const moment = (at: string) => formatMoment(at, locale, timeZone);
  return (
    <Section id="history" title={t("vouchers.desk.history")} className="mt-8!">
      <ol className="border-t border-rule">
        {voucher.history.map((use) => (
          <li key={use.id} className="border-b border-rule py-2">
            <p>
              {t("vouchers.desk.usedAt", {
                when: moment(use.at),
                where: use.store ? inLanguage(locale, use.store) : "–",
                who: use.by ?? "–",
              })}
            </p>
            {use.undoneAt && (
              <p className="text-ink-soft">
                {t("vouchers.desk.undoneAt", {
                  when: moment(use.undoneAt),
                  who: use.undoneBy ?? "–",
                  reason: use.undoReason ?? "",
                })}
              </p>
            )}
            {!own && !use.undoneAt && use.at >= undoFrom && (
              <Disclosure summary={t("vouchers.desk.undo")} open={errors.reason !== undefined}>
                <Form method="post" action="/admin/vouchers" className="grid gap-4">
                  <input type="hidden" name="intent" value="undo" />
                  <input type="hidden" name="code" value={voucher.code} />
                  <input type="hidden" name="use" value={use.id} />
                  <Textarea
                    id={`reason-${use.id}`}
                    name="reason"
                    rows={2}
                    required
                    maxLength={REASON_AT_MOST}
                    label={t("vouchers.desk.undo.reason")}
                    errors={errors.reason}
                  />
                  <div>
                    <Button look="danger">{t("vouchers.desk.undo")}</Button>
                  </div>
                </Form>
              </Disclosure>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
