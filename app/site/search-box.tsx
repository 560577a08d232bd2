import { Form, useLocation, useNavigation, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { SearchIcon } from "#app/ui/icons.tsx";
import { SearchInput } from "#app/ui/input.tsx";

const KEY = "/";

/** The one search box of the dealership. `/` jumps into it from anywhere on the page. */
export function SearchBox() {
  const t = useT();
  const box = useRef<HTMLFormElement>(null);
  const { pathname } = useLocation();
  const [parameters] = useSearchParams();
  const navigation = useNavigation();
  const typed = navigation.location
    ? new URLSearchParams(navigation.location.search).get("q")
    : parameters.get("q");

  useEffect(() => {
    function jump(event: KeyboardEvent) {
      if (event.key !== KEY || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const input = box.current?.elements.namedItem("q");
      if (!(input instanceof HTMLInputElement)) return;
      event.preventDefault();
      input.focus();
      input.select();
    }
    document.addEventListener("keydown", jump);
    return () => document.removeEventListener("keydown", jump);
  }, []);

  return (
    <Form ref={box} method="get" action="/admin/search" role="search">
      <SearchInput
        key={typed}
        id="search"
        name="q"
        label={t("staff.search.label")}
        placeholder={t("staff.search.placeholder")}
        defaultValue={typed ?? ""}
        icon={<SearchIcon size={18} />}
        shortcut={KEY}
        maxLength={500}
        // The desk's day begins with a card under the scanner.
        autoFocus={pathname === "/admin"}
      />
    </Form>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
