import { Form } from "@remix-run/react";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import {
  type LeadDue,
  type LeadLayout,
  type LeadView,
  OPEN_STAGES,
  type OpenStage,
} from "#app/modules/pipeline/lead-board.ts";
import { useT } from "#app/platform/words/words.tsx";
import { storeOptions } from "#app/site/store-options.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/input.tsx";

interface LeadFilterProps {
  view: LeadView;
  due: LeadDue;
  layout: LeadLayout;
  stage: OpenStage | null;
  place: number | "all";
  stores: StoreChoice[];
}

/** Narrows the leads to a store, which this browser remembers, and the list to a stage. */
export function LeadFilter({ view, due, layout, stage, place, stores }: LeadFilterProps) {
  const t = useT();
  const byStage = layout === "list" && view !== "ended";
  const byStore = stores.length > 1;
  if (!byStage && !byStore) return null;
  return (
    <Form method="get" action="/admin/leads" className="mb-6 flex flex-wrap items-end gap-2">
      <input type="hidden" name="show" value={view} />
      <input type="hidden" name="due" value={due} />
      <input type="hidden" name="as" value={layout} />
      {byStage && (
        <Select
          key={`stage ${stage}`}
          id="stage"
          name="stage"
          label={t("pipeline.filter.stage")}
          className="w-44 max-w-full"
          defaultValue={stage ?? ""}
          options={[
            { value: "", label: t("pipeline.filter.stage.all") },
            ...OPEN_STAGES.map((each) => ({ value: each, label: t(`pipeline.stage.${each}`) })),
          ]}
        />
      )}
      {byStore && (
        <Select
          key={`store ${place}`}
          id="store"
          name="store"
          label={t("pipeline.filter.store")}
          className="w-52 max-w-full"
          defaultValue={String(place)}
          options={[
            { value: "all", label: t("pipeline.filter.store.all") },
            ...storeOptions(t.locale, stores),
          ]}
        />
      )}
      <Button look="quiet">{t("pipeline.filter.go")}</Button>
    </Form>
  );
}
