import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import {
  type FigureFilter,
  figureQuery,
  SOURCES,
} from "#app/modules/lead-figures/figure-filter.ts";
import type { FilterChoices } from "#app/modules/lead-figures/load-filter-choices.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { storeOptions } from "#app/site/store-options.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";

const PAGES = ["funnel", "times", "points", "referrers"] as const;
export type FiguresPage = (typeof PAGES)[number];

const addressOf = (page: FiguresPage): string =>
  page === "funnel" ? "/admin/leads/figures" : `/admin/leads/figures/${page}`;

interface FiguresFrameProps {
  page: FiguresPage;
  filter: FigureFilter;
  choices: FilterChoices;
  /** Whether the leads themselves are a page of theirs. */
  mayWork: boolean;
  children: ReactNode;
}

/** What stands above the figures of every page: the ways to the others, and which leads they are about. */
export function FiguresFrame({ page, filter, choices, mayWork, children }: FiguresFrameProps) {
  const t = useT();
  return (
    <>
      {mayWork && <BackLink to="/admin/leads">{t("leadFigures.back")}</BackLink>}
      <PageHeader title={t("leadFigures.title")} lead={t("leadFigures.lead")} />
      <FilterChips
        label={t("leadFigures.pages")}
        choices={PAGES.map((each) => ({
          to: `${addressOf(each)}?${figureQuery(filter)}`,
          label: t(`leadFigures.page.${each}`),
          current: each === page,
        }))}
      />
      <Form
        method="get"
        action={addressOf(page)}
        className="mb-8 flex flex-wrap items-end gap-3 print:hidden"
        key={figureQuery(filter)}
      >
        <Input
          id="from"
          name="from"
          type="month"
          className="w-40 max-w-full"
          label={t("leadFigures.filter.from")}
          defaultValue={filter.from}
        />
        <Input
          id="to"
          name="to"
          type="month"
          className="w-40 max-w-full"
          label={t("leadFigures.filter.to")}
          defaultValue={filter.to}
        />
        <Narrowing
          name="store"
          label={t("leadFigures.col.store")}
          asked={filter.store}
          none={t("leadFigures.none.store")}
          choices={storeOptions(t.locale, choices.stores)}
        />
        <Narrowing
          name="consultant"
          label={t("leadFigures.col.consultant")}
          asked={filter.consultant}
          none={t("leadFigures.none.consultant")}
          choices={choices.consultants.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Narrowing
          name="source"
          label={t("leadFigures.col.source")}
          asked={filter.source}
          none={null}
          choices={SOURCES.map((source) => ({
            value: source,
            label: t(`leadFigures.source.${source}`),
          }))}
        />
        <Button look="quiet">{t("leadFigures.filter.show")}</Button>
      </Form>
      {children}
    </>
  );
}

interface NarrowingProps {
  name: "store" | "consultant" | "source";
  label: string;
  asked: string | number | null;
  /** What is nobody's, where there is such. */
  none: string | null;
  choices: { value: string; label: string }[];
}

function Narrowing({ name, label, asked, none, choices }: NarrowingProps) {
  const t = useT();
  return (
    <Select
      id={name}
      name={name}
      label={label}
      className="w-40 max-w-full"
      defaultValue={asked === null ? "" : String(asked)}
      options={[
        { value: "", label: t("leadFigures.filter.all") },
        ...choices,
        ...(none === null ? [] : [{ value: "none", label: none }]),
      ]}
    />
  );
}
