import { Form, useLocation, useNavigation, useSearchParams } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { SEARCH_KEY, useSearchKeys } from "#app/site/result-keys.ts";
import { SearchIcon } from "#app/ui/icons.tsx";
import { SearchInput } from "#app/ui/input.tsx";
import { CardScanner } from "./card-scanner.tsx";

/** The one search box of the dealership, and the camera for whoever has no hand scanner. */
export function SearchBox() {
  const t = useT();
  const box = useRef<HTMLFormElement>(null);
  const { pathname } = useLocation();
  const [parameters] = useSearchParams();
  const navigation = useNavigation();
  const typed = navigation.location
    ? new URLSearchParams(navigation.location.search).get("q")
    : parameters.get("q");
  useSearchKeys(box);
  useShown(box, typed ?? "");

  return (
    <div className="flex gap-2">
      <Form ref={box} method="get" action="/admin/search" role="search" className="min-w-0 flex-1">
        <SearchInput
          id="search"
          name="q"
          label={t("staff.search.label")}
          placeholder={t("staff.search.placeholder")}
          defaultValue={typed ?? ""}
          icon={<SearchIcon size={18} />}
          shortcut={SEARCH_KEY}
          maxLength={500}
          // The desk's day begins with a card under the scanner.
          autoFocus={pathname === "/admin" || pathname === "/admin/search"}
        />
      </Form>
      <CardScanner />
    </div>
  );
}

/**
 * Shows in the box what the page was searched for. It stays the same box, so that whoever is in it stays there; and
 * what they have typed since is theirs.
 */
function useShown(box: RefObject<HTMLFormElement>, typed: string): void {
  const shown = useRef(typed);
  useEffect(() => {
    const input = box.current?.elements.namedItem("q");
    if (input instanceof HTMLInputElement && input.value === shown.current) input.value = typed;
    shown.current = typed;
  }, [box, typed]);
}
