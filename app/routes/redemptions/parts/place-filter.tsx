import { Form } from "@remix-run/react";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import type { QueuePlace } from "#app/modules/redemptions/redemption-queue.ts";
import { useT } from "#app/platform/words/words.tsx";
import { storeOptions } from "#app/site/store-options.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/input.tsx";

interface PlaceFilterProps {
  /** The page that is narrowed. */
  action: string;
  place: QueuePlace;
  stores: StoreChoice[];
  /** The view that is kept. */
  show?: string;
}

/** Narrows a page to one store, which this browser remembers. Nothing where there is but one. */
export function PlaceFilter({ action, place, stores, show }: PlaceFilterProps) {
  const t = useT();
  if (stores.length < 2) return null;
  return (
    <Form method="get" action={action} className="mb-6 flex flex-wrap items-end gap-2">
      {show && <input type="hidden" name="show" value={show} />}
      <Select
        key={place}
        id="store"
        name="store"
        label={t("redemptions.desk.place")}
        className="w-56 max-w-full"
        defaultValue={String(place)}
        options={[
          { value: "all", label: t("redemptions.desk.place.all") },
          ...storeOptions(t.locale, stores),
        ]}
      />
      <Button look="quiet">{t("redemptions.desk.place.go")}</Button>
    </Form>
  );
}
