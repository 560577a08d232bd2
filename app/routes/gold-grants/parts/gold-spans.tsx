import { Form, useNavigation } from "@remix-run/react";
import type { GoldSpan } from "#app/modules/gold-grants/load-gold-page.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

const CAUSES = [
  "imported",
  "status_points",
  "dues",
  "dues_withdrawn",
  "granted",
  "renewed",
] as const;

type SpanShown = Omit<GoldSpan, "startsAt" | "endsAt"> & {
  startsAt: string | Date;
  endsAt: string | Date | null;
};

interface GoldSpansProps {
  spans: SpanShown[];
  /** The answer to the form that was just sent. */
  reply: FormReply | undefined;
}

/** A member's times of gold with what each came from; a grant can be taken back here. */
export function GoldSpans({ spans, reply }: GoldSpansProps) {
  const t = useT();
  const figures = useFigures();
  if (spans.length === 0) return <p className="text-ink-soft">{t("gold.none")}</p>;
  const columns: Column<SpanShown>[] = [
    {
      key: "cause",
      head: t("gold.cause"),
      cell: ({ cause }) => t(`gold.cause.${CAUSES.find((known) => known === cause) ?? "imported"}`),
    },
    {
      key: "from",
      head: t("gold.from"),
      cell: ({ startsAt }) => <span className="whitespace-nowrap">{figures.day(startsAt)}</span>,
    },
    {
      key: "through",
      head: t("gold.through"),
      cell: ({ endsAt, withdrawnBy }) => (
        <span className="whitespace-nowrap">
          {endsAt === null
            ? t("gold.noEnd")
            : withdrawnBy
              ? figures.day(endsAt)
              : figures.lastDay(endsAt)}
        </span>
      ),
    },
    { key: "why", head: t("gold.why"), cell: (span) => <SpanWhy span={span} reply={reply} /> },
  ];
  return <Table caption={t("gold.spans")} columns={columns} rows={spans} rowKey={({ id }) => id} />;
}

function SpanWhy({ span, reply }: { span: SpanShown; reply: FormReply | undefined }) {
  const t = useT();
  return (
    <>
      {span.reason && <bdi className="block">{span.reason}</bdi>}
      {span.grantedBy && (
        <span className="block text-ink-soft">{t("gold.grantedBy", { name: span.grantedBy })}</span>
      )}
      {span.withdrawnBy && (
        <span className="block text-ink-soft">
          {span.withdrawnReason === null
            ? t("gold.takenBackBy", { name: span.withdrawnBy })
            : t("gold.withdrawnBy", { name: span.withdrawnBy, reason: span.withdrawnReason })}
        </span>
      )}
      {span.withdrawable && <WithdrawForm period={span.id} reply={reply} />}
    </>
  );
}

function WithdrawForm({ period, reply }: { period: number; reply: FormReply | undefined }) {
  const t = useT();
  const navigation = useNavigation();
  const own = typedInto(reply, "period") === String(period) ? reply : undefined;
  const id = `withdraw-${period}`;
  return (
    <Disclosure summary={t("gold.withdraw")} open={own !== undefined}>
      <Form method="post">
        <input type="hidden" name="period" value={period} />
        <Textarea
          id={id}
          name="withdrawReason"
          rows={2}
          required
          maxLength={REASON_AT_MOST}
          defaultValue={typedInto(own, "withdrawReason")}
          label={t("gold.withdrawReason")}
          hint={t("gold.withdraw.hint")}
          errors={formErrors(own, t).withdrawReason}
        />
        <div className="mt-3">
          <Button
            look="danger"
            name="intent"
            value="withdraw"
            pending={navigation.formData?.get("period") === String(period)}
          >
            {t("gold.withdraw")}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
