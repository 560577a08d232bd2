import { Link } from "@remix-run/react";
import { workKinds } from "#app/modules/rulebook/work-kind.ts";
import type { RulesPreview } from "#app/modules/rules/preview-rules.server.ts";
import type { PreviewPart } from "#app/modules/rules/preview-tally.ts";
import type { RuleChange } from "#app/modules/rules/rule-changes.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { useRuleFigures } from "./rule-figures.ts";
import { RuleChanges } from "./rule-versions.tsx";

type Shown = Omit<RulesPreview, "topOrders"> & {
  topOrders: (Omit<RulesPreview["topOrders"][number], "settledAt"> & {
    settledAt: string | Date;
  })[];
};

interface RulesPreviewedProps {
  preview: {
    changes: RuleChange[];
    /** Null where nothing would change. */
    result: Shown | null;
    /** Something was changed after the last preview, so it was not saved. */
    again: boolean;
  };
}

/** What a draft of the rules would have done to the last 30 days' orders. */
export function RulesPreviewed({ preview }: RulesPreviewedProps) {
  const t = useT();
  const { changes, result, again } = preview;
  return (
    <Section id="preview" title={t("rules.previewed")}>
      <div className="mb-5 grid gap-3">
        {again && <Notice tone="warn">{t("rules.previewed.again")}</Notice>}
        {result && !result.complete && (
          <Notice tone="warn" announce={false}>
            {t("rules.previewed.part")}
          </Notice>
        )}
      </div>
      <RuleChanges changes={changes} />
      {result && <Result result={result} />}
    </Section>
  );
}

function Result({ result }: { result: Shown }) {
  const t = useT();
  const figures = useFigures();
  return (
    <>
      <p className="mt-5 mb-3 max-w-prose text-ink-soft">
        {t("rules.previewed.lead", {
          day: figures.calendarDay(result.from),
          orders: figures.points(result.orders),
        })}
      </p>
      <FigureRow>
        <PointsFigure label={t("rules.previewed.before")} value={figures.points(result.before)} />
        <PointsFigure
          label={t("rules.previewed.after")}
          value={figures.points(result.after)}
          note={t("rules.previewed.difference", {
            points: figures.change(result.after - result.before),
          })}
        />
        <PointsFigure label={t("rules.previewed.changed")} value={figures.points(result.changed)} />
        <PointsFigure
          label={t("rules.previewed.gold")}
          value={figures.points(result.gold.after)}
          note={t("rules.previewed.goldBefore", { members: figures.points(result.gold.before) })}
        />
      </FigureRow>
      <Parts result={result} />
      {result.changed > 0 && <Top result={result} />}
    </>
  );
}

function Parts({ result }: { result: Shown }) {
  const t = useT();
  const say = useRuleFigures();
  const kind = (key: string) => workKinds.find((each) => each === key) ?? "internal";
  const tier = (key: string) => (key === "gold" ? "gold" : "silver");
  return (
    <div className="mt-6 grid items-start gap-6 min-[100rem]:grid-cols-3">
      <PartTable
        title={t("rules.byTier")}
        parts={result.byTier}
        name={(key) => t(`tier.${tier(key)}`)}
      />
      <PartTable title={t("rules.byProgramme")} parts={result.byProgramme} name={say.programme} />
      <PartTable
        title={t("rules.byKind")}
        parts={result.byKind}
        name={(key) => t(`work.${kind(key)}`)}
      />
    </div>
  );
}

type Sums = { before: number; after: number };

function useSumColumns<Row extends Sums>(): Column<Row>[] {
  const t = useT();
  const figures = useFigures();
  return [
    {
      key: "before",
      head: t("rules.changes.before"),
      number: true,
      cell: ({ before }) => figures.points(before),
    },
    {
      key: "after",
      head: t("rules.changes.after"),
      number: true,
      cell: ({ after }) => figures.points(after),
    },
    {
      key: "change",
      head: t("rules.difference"),
      number: true,
      cell: ({ before, after }) => figures.change(after - before),
    },
  ];
}

interface PartTableProps {
  title: string;
  parts: PreviewPart[];
  name: (key: string) => string;
}

function PartTable({ title, parts, name }: PartTableProps) {
  const t = useT();
  const figures = useFigures();
  const sums = useSumColumns<PreviewPart>();
  return (
    <Table
      caption={`${t("rules.orders")} · ${title}`}
      narrow="scroll"
      columns={[
        { key: "part", head: title, cell: ({ key }) => name(key) },
        {
          key: "orders",
          head: t("rules.orders"),
          number: true,
          cell: ({ orders }) => figures.points(orders),
        },
        ...sums,
      ]}
      rows={parts}
      rowKey={({ key }) => key}
    />
  );
}

function Top({ result }: { result: Shown }) {
  const t = useT();
  const figures = useFigures();
  const orderSums = useSumColumns<Shown["topOrders"][number]>();
  const memberSums = useSumColumns<Shown["topMembers"][number]>();
  return (
    <div className="mt-6 grid items-start gap-6 min-[100rem]:grid-cols-2">
      <Table
        caption={t("rules.topOrders")}
        narrow="scroll"
        columns={[
          {
            key: "order",
            head: t("rules.topOrders"),
            cell: ({ store, number, settledAt }) => (
              <>
                <bdi className="figure">{number}</bdi>
                <span className="block font-normal text-ink-soft">
                  {store} · {figures.day(settledAt)}
                </span>
              </>
            ),
          },
          {
            key: "member",
            head: t("adjust.member"),
            cell: ({ member }) => <Member number={member} />,
          },
          ...orderSums,
        ]}
        rows={result.topOrders}
        rowKey={({ store, number }) => `${store} ${number}`}
      />
      <Table
        caption={t("rules.topMembers")}
        narrow="scroll"
        columns={[
          {
            key: "member",
            head: t("rules.topMembers"),
            cell: ({ name, number }) => (
              <>
                <bdi>{name}</bdi> <Member number={number} />
              </>
            ),
          },
          ...memberSums,
        ]}
        rows={result.topMembers}
        rowKey={({ number }) => number}
      />
    </div>
  );
}

function Member({ number }: { number: string }) {
  return (
    <Link to={`/admin/members/${number}`} className="figure text-accent underline">
      {number}
    </Link>
  );
}
