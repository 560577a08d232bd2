import { Form, Link } from "@remix-run/react";
import type { FilterChoices } from "#app/modules/members/load-filter-choices.server.ts";
import { DAYS_AHEAD, MEMBER_SORTS, type MemberFilter } from "#app/modules/members/member-filter.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { monthNames } from "#app/site/month-names.ts";
import { storeOptions } from "#app/site/store-options.ts";
import { useProgrammeName } from "#app/site/use-programme-name.ts";
import { Button } from "#app/ui/button.tsx";
import { FilterIcon } from "#app/ui/icons.tsx";
import { Input, Select, type SelectOption } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";

interface MemberFilterFormProps {
  filter: MemberFilter;
  choices: FilterChoices;
}

/** What the list can be narrowed to. A GET form: a filter is an address, and Back takes it off. */
export function MemberFilterForm({ filter, choices }: MemberFilterFormProps) {
  const { t, locale } = useWords();
  const programmeName = useProgrammeName();
  const ahead = DAYS_AHEAD.map((days) => ({
    value: String(days),
    label: t("desk.filter.within", { days }),
  }));
  const chosen = (name: "tier" | "programme" | "store" | "email" | "debt") =>
    String(filter[name] ?? "");

  function choice(name: keyof MemberFilter, options: SelectOption[], value: string) {
    const any = { value: "", label: t("desk.filter.any") };
    return (
      <Select
        id={name}
        name={name}
        label={t(`desk.filter.${name}`)}
        options={[any, ...options]}
        defaultValue={value}
      />
    );
  }

  return (
    <Sheet className="mb-6">
      <Form method="get" action="/admin/members">
        <div className="grid grid-cols-2 gap-x-4 gap-y-3 min-[44rem]:grid-cols-4 min-[72rem]:grid-cols-6">
          {choice(
            "tier",
            (["gold", "silver"] as const).map((tier) => ({
              value: tier,
              label: t(`tier.${tier}`),
            })),
            chosen("tier"),
          )}
          {choice("goldEnds", ahead, String(filter.goldEnds ?? ""))}
          {choice(
            "programme",
            choices.programmes.map((name) => ({ value: name, label: programmeName(name) })),
            chosen("programme"),
          )}
          {choice("store", storeOptions(locale, choices.stores), chosen("store"))}
          <Input
            id="joinedFrom"
            name="joinedFrom"
            type="date"
            label={t("desk.filter.joinedFrom")}
            defaultValue={filter.joinedFrom ?? ""}
          />
          <Input
            id="joinedTo"
            name="joinedTo"
            type="date"
            label={t("desk.filter.joinedTo")}
            defaultValue={filter.joinedTo ?? ""}
          />
          {choice("lapsing", ahead, String(filter.lapsing ?? ""))}
          {choice("debt", [{ value: "yes", label: t("desk.filter.debt.yes") }], chosen("debt"))}
          {choice(
            "email",
            (["with", "without"] as const).map((value) => ({
              value,
              label: t(`desk.filter.email.${value}`),
            })),
            chosen("email"),
          )}
          {choice(
            "birthday",
            monthNames(locale).map((label, month) => ({ value: String(month + 1), label })),
            String(filter.birthday ?? ""),
          )}
          <Input
            id="model"
            name="model"
            maxLength={40}
            label={t("desk.filter.model")}
            defaultValue={filter.model ?? ""}
          />
          <Select
            id="sort"
            name="sort"
            label={t("desk.filter.sort")}
            defaultValue={filter.sort}
            options={MEMBER_SORTS.map((value) => ({
              value,
              label: t(`desk.filter.sort.${value}`),
            }))}
          />
        </div>
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <Button icon={<FilterIcon size={18} />}>{t("desk.filter.apply")}</Button>
          <Link to="/admin/members">{t("desk.filter.reset")}</Link>
        </div>
      </Form>
    </Sheet>
  );
}
