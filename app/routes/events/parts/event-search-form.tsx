import { Form } from "@remix-run/react";
import type { EventSearch } from "#app/modules/events/find-events.ts";
import type { EventList } from "#app/modules/events/load-events.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Select } from "#app/ui/input.tsx";

interface EventSearchFormProps {
  at: string;
  search: EventSearch;
  choices: Pick<EventList, "months" | "kinds">;
}

/** A month, a kind, and whether there must be room. It is in the address: it works without scripts, and Back undoes it. */
export function EventSearchForm({ at, search, choices }: EventSearchFormProps) {
  const t = useT();
  const figures = useFigures();
  const { month, kind, free } = search;
  const withChosen = <Choice extends string>(offered: Choice[], chosen: Choice | null) =>
    chosen && !offered.includes(chosen) ? [chosen, ...offered] : offered;
  return (
    <search className="mb-8 block">
      <Form
        action={at}
        key={`${month}/${kind}/${free}`}
        className="flex flex-wrap items-end gap-x-4 gap-y-2"
      >
        <Select
          id="events-month"
          name="month"
          label={t("events.filter.months")}
          defaultValue={month ?? ""}
          className="min-w-0 flex-1 basis-36 min-[40rem]:max-w-56"
          options={[
            { value: "", label: t("events.month.all") },
            ...withChosen(choices.months, month).map((each) => ({
              value: each,
              label: figures.month(`${each}-15T00:00:00Z`),
            })),
          ]}
        />
        <Select
          id="events-kind"
          name="kind"
          label={t("events.filter.kinds")}
          defaultValue={kind ?? ""}
          className="min-w-0 flex-1 basis-36 min-[40rem]:max-w-56"
          options={[
            { value: "", label: t("events.kind.all") },
            ...withChosen(choices.kinds, kind).map((each) => ({
              value: each,
              label: t(`events.kind.${each}`),
            })),
          ]}
        />
        <Checkbox
          id="events-free"
          name="free"
          value="1"
          defaultChecked={free}
          label={t("events.filter.free")}
          className="mr-auto min-[40rem]:mr-0"
        />
        <Button look="quiet">{t("events.filter.show")}</Button>
      </Form>
    </search>
  );
}
