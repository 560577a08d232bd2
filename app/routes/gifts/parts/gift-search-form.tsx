import { Form } from "@remix-run/react";
import type { GiftSearch } from "#app/modules/gifts/find-gifts.ts";
import { giftKinds } from "#app/modules/gifts/gift.ts";
import type { GiftGroup } from "#app/modules/gifts/gift-groups.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SearchIcon } from "#app/ui/icons.tsx";
import { SearchInput } from "#app/ui/input.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";

/** What to look for: a word, and a kind. It is in the address, so it works without scripts and Back undoes it. */
export function GiftSearchForm({ at, search }: { at: string; search: GiftSearch }) {
  const t = useT();
  return (
    <search>
      <Form action={at} className="mb-4 flex gap-2" key={search.words}>
        <SearchInput
          id="gift-words"
          name="q"
          label={t("gifts.search")}
          placeholder={t("gifts.search")}
          defaultValue={search.words}
          maxLength={100}
          icon={<SearchIcon />}
          className="min-w-0 max-w-md flex-1"
        />
        {search.kind && <input type="hidden" name="kind" value={search.kind} />}
        <Button look="quiet">{t("gifts.search.go")}</Button>
      </Form>
      <FilterChips
        label={t("gifts.filter")}
        choices={[null, ...giftKinds].map((kind) => ({
          to: giftsAddress(at, { ...search, kind }),
          label: t(`gifts.kind.${kind ?? "all"}`),
          current: kind === search.kind,
        }))}
      />
    </search>
  );
}

/** Where gifts are that are looked for, or one group of them. */
export function giftsAddress(at: string, { words, kind }: GiftSearch, group?: GiftGroup): string {
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  if (kind) query.set("kind", kind);
  if (group) query.set("group", group);
  return query.size > 0 ? `${at}?${query}` : at;
}
