import type { GiftRowOutcome } from "#app/modules/gifts/gift-file.ts";
import type { GiftsImported } from "#app/modules/gifts/import-gifts.server.ts";
import { problemWords } from "#app/modules/imports/import-words.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Table } from "#app/ui/table.tsx";

const OUTCOMES = ["new", "changed", "unchanged", "rejected"] as const;
const TONES: Record<GiftRowOutcome["outcome"], BadgeTone> = {
  new: "ok",
  changed: "ok",
  unchanged: "plain",
  rejected: "refusal",
};

/** What became of each row of a file of gifts, or would. */
export function GiftImportReport({ answer, dryRun }: { answer: GiftsImported; dryRun: boolean }) {
  const t = useT();
  if (!answer.ok) {
    return (
      <div className="mb-6">
        <Notice tone="refusal" title={t("giftKeeping.import.refused")}>
          {"problem" in answer
            ? problemWords(t, answer.problem)
            : t("giftKeeping.import.tooMany", { most: answer.tooMany })}
        </Notice>
      </div>
    );
  }
  const { rows, extraColumns } = answer;
  const sums = OUTCOMES.map((outcome) =>
    t(`giftKeeping.import.count.${outcome}`, {
      count: rows.filter((row) => row.outcome === outcome).length,
    }),
  );
  return (
    <div className="mb-8 grid gap-4">
      <Notice
        tone={rows.some(({ outcome }) => outcome === "rejected") ? "warn" : "ok"}
        title={t(dryRun ? "giftKeeping.import.tried" : "giftKeeping.import.done")}
      >
        {sums.join(" · ")}
        {extraColumns.length > 0 && (
          <p>{t("giftKeeping.import.extra", { columns: extraColumns.join(", ") })}</p>
        )}
      </Notice>
      <Table
        caption={t("giftKeeping.import.rows")}
        columns={[
          {
            key: "sku",
            head: t("giftKeeping.field.sku"),
            cell: ({ sku }) => (sku === "" ? t("giftKeeping.nothing") : sku),
          },
          {
            key: "line",
            head: t("giftKeeping.import.line"),
            number: true,
            cell: ({ line }) => line,
          },
          {
            key: "outcome",
            head: t("giftKeeping.import.outcome"),
            cell: ({ outcome }) => (
              <Badge tone={TONES[outcome]}>{t(`giftKeeping.import.is.${outcome}`)}</Badge>
            ),
          },
          {
            key: "what",
            head: t("giftKeeping.import.what"),
            cell: (row) => outcomeWords(t, row),
          },
        ]}
        rows={rows}
        rowKey={({ line }) => line}
      />
    </div>
  );
}

function outcomeWords(t: Translate, row: GiftRowOutcome): string {
  switch (row.outcome) {
    case "new":
      return t("giftKeeping.import.pieces", { count: row.pieces });
    case "changed": {
      const fields = row.fields.map((field) => t(`giftKeeping.field.${field}`)).join(", ");
      return row.savers > 0
        ? `${fields} · ${t("giftKeeping.import.savers", { count: row.savers })}`
        : fields;
    }
    case "unchanged":
      return "";
    case "rejected":
      if (row.reason === "fields") {
        return row.errors
          .map(({ field, error }) => `${t(`giftKeeping.field.${field}`)}: ${t(error)}`)
          .join(" ");
      }
      return t(`giftKeeping.import.reason.${row.reason}`, {
        currency: row.reason === "currency" ? row.currency : "",
      });
  }
}
