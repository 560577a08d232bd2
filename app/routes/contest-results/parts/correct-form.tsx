import { Form, useNavigation } from "@remix-run/react";
import type {
  KeptChange,
  KeptResults,
} from "#app/modules/contest-results/load-kept-results.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { ReasonInBoth } from "#app/site/reason-in-both.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

interface CorrectFormProps {
  page: KeptResults;
  requestKey: string;
  reply: FormReply | undefined;
}

/** The ranking is no longer what was published: what would change, why, and what becomes of prizes that are out. */
export function CorrectForm({ page, requestKey, reply }: CorrectFormProps) {
  const { t } = useWords();
  const pending = useNavigation().formData?.get("intent") === "correct";
  return (
    <Section id="correct" title={t("resultKeeping.changed")}>
      <p className="max-w-prose">{t("resultKeeping.changed.means")}</p>
      <Form method="post" className="mt-4 grid max-w-3xl gap-5">
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="seen" value={page.seen} />
        <Changes changes={page.changes} />
        <Notice tone="info" announce={false}>
          {t("resultKeeping.correct.means")}
        </Notice>
        <ReasonInBoth
          label={{ En: t("resultKeeping.reasonEn"), Zh: t("resultKeeping.reasonZh") }}
          hint={t("resultKeeping.reasonHint")}
          reply={reply}
        />
        <div>
          <Button name="intent" value="correct" pending={pending}>
            {t("resultKeeping.correct")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function Changes({ changes }: Pick<KeptResults, "changes">) {
  const { t, locale } = useWords();
  if (changes.length === 0) return <p>{t("resultKeeping.changed.none")}</p>;
  const named = (prize: KeptChange["before"]) =>
    prize ? inLanguage(locale, prize) : t("resultKeeping.noPrize");
  const columns: Column<KeptChange>[] = [
    {
      key: "number",
      head: t("results.number"),
      cell: ({ number }) => <span className="figure">{number}</span>,
    },
    { key: "before", head: t("resultKeeping.before"), cell: ({ before }) => named(before) },
    { key: "after", head: t("resultKeeping.after"), cell: ({ after }) => named(after) },
  ];
  return (
    <>
      <Table
        caption={t("resultKeeping.changed")}
        columns={columns}
        rows={changes}
        rowKey={({ number }) => number}
      />
      {changes.map(({ awardId, number, before, isOut }) =>
        isOut && awardId !== null && before ? (
          <Checkbox
            key={awardId}
            id={`back-${awardId}`}
            name="back"
            value={awardId}
            label={`${t("resultKeeping.back")}: ${number} · ${inLanguage(locale, before)}`}
            hint={t("resultKeeping.back.means")}
          />
        ) : null,
      )}
    </>
  );
}
