import { Form, Link } from "@remix-run/react";
import type { ClubSettingsPage } from "#app/modules/club/load-club-settings.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";

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
        {stores.map(({ id, name, nameEn, open }) => (
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
