import { Form } from "@remix-run/react";
import type { SavedFilter } from "#app/modules/members/saved-filters.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { type FormReply, typedIn } from "#app/site/typed-in.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";

interface SavedFiltersProps {
  saved: SavedFilter[];
  /** The filter that the page shows, as its address has it. */
  query: string;
  reply: FormReply | undefined;
}

/** The filters that whoever looks has saved; the present one can be saved, renamed or deleted. */
export function SavedFilters({ saved, query, reply }: SavedFiltersProps) {
  const t = useT();
  const errors = formErrors(reply, t);
  const present = saved.find((filter) => filter.query === query);
  const action = `/admin/members?${new URLSearchParams(`index&${query}`)}`;
  return (
    <div className="mb-6">
      {saved.length > 0 && (
        <FilterChips
          label={t("desk.filter.saved")}
          choices={saved.map((filter) => ({
            to: `/admin/members${filter.query && `?${filter.query}`}`,
            label: filter.name,
            current: filter === present,
          }))}
        />
      )}
      {(present || query) && (
        <Disclosure
          key={query}
          summary={t(present ? "desk.filter.present" : "desk.filter.keep")}
          open={errors.name !== undefined}
        >
          <Form method="post" action={action} className="flex flex-wrap items-end gap-3">
            {present && <input type="hidden" name="id" value={present.id} />}
            <Input
              id="filterName"
              name="name"
              required
              maxLength={60}
              label={t("desk.filter.name")}
              defaultValue={typedIn(reply).name ?? present?.name}
              errors={errors.name}
            />
            <Button name="intent" value={present ? "rename" : "save"} look="quiet">
              {t(present ? "desk.filter.rename" : "desk.filter.save")}
            </Button>
            {present && (
              <Button name="intent" value="delete" look="danger" formNoValidate>
                {t("desk.filter.delete")}
              </Button>
            )}
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
