import { Form, Link } from "@remix-run/react";
import type {
  ClubSettingsPage,
  SettingsStore,
} from "#app/modules/club/load-club-settings.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { clockText, WeekdayBoxes } from "./working-time-fields.tsx";

/** The club's stores, each with what can be changed of it, and a new one. */
export function StoreForms({ stores }: { stores: ClubSettingsPage["stores"] }) {
  const t = useT();
  return (
    <>
      <p className="-mt-1 mb-3 text-ink-soft">
        {t("club.stores.lead")}{" "}
        <Link to="/admin/order-questions" className="text-accent underline">
          {t("club.stores.merge")}
        </Link>
      </p>
      <ul className="divide-y divide-rule border-y border-rule">
        {stores.map(({ id, name, nameEn, open, ...times }) => (
          <li key={id} className="py-3">
            <Form
              method="post"
              action="/admin/club/stores"
              className="flex flex-wrap items-end gap-x-4 gap-y-2"
            >
              <input type="hidden" name="id" value={id} />
              <span className="min-w-32 pb-2 font-semibold">
                {name} {!open && <Badge>{t("club.store.closed")}</Badge>}
              </span>
              <Input
                id={`store-${id}`}
                name="storeEn"
                maxLength={60}
                label={t("club.store.english")}
                defaultValue={nameEn ?? ""}
                className="min-w-40 flex-1"
              />
              <label className="flex cursor-pointer items-center gap-2 pb-2">
                <input type="checkbox" name="open" defaultChecked={open} className="check" />
                {t("club.store.open")}
              </label>
              <StoreTimes id={id} {...times} />
              <Button look="quiet" aria-label={t("club.store.saveNamed", { name })}>
                {t("club.store.save")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form
        method="post"
        action="/admin/club/stores"
        className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-2"
        key={stores.length}
      >
        <Input
          id="store"
          name="store"
          required
          maxLength={60}
          label={t("club.store.name")}
          className="min-w-40 flex-1"
        />
        <Input
          id="storeEn"
          name="storeEn"
          maxLength={60}
          label={t("club.store.english")}
          className="min-w-40 flex-1"
        />
        <Button name="intent" value="add" look="quiet">
          {t("club.store.add")}
        </Button>
      </Form>
    </>
  );
}

/** When a store works, where that is not when the club does. */
function StoreTimes({
  id,
  workingDays,
  opensAt,
  closesAt,
}: Pick<SettingsStore, "id" | "workingDays" | "opensAt" | "closesAt">) {
  const t = useT();
  const own = workingDays.length > 0 || opensAt !== null;
  const times = { opensAt, closesAt };
  return (
    <details className="w-full" open={own}>
      <summary className="cursor-pointer py-1">{t("club.store.hours")}</summary>
      <div className="mt-2 grid gap-3">
        <WeekdayBoxes legend={t("club.workingDays")} ticked={workingDays.map(String)} />
        <div className="flex flex-wrap gap-4">
          {(["opensAt", "closesAt"] as const).map((field) => (
            <Input
              key={field}
              id={`store-${id}-${field}`}
              name={field}
              inputMode="numeric"
              label={t(`club.${field}`)}
              hint={field === "opensAt" ? undefined : t("club.store.hours.hint")}
              defaultValue={times[field] === null ? "" : clockText(times[field])}
              className="min-w-32 flex-1"
            />
          ))}
        </div>
      </div>
    </details>
  );
}
