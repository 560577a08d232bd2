import { type RefObject, useEffect } from "react";
import { isTyping } from "./is-typing.ts";

export const SEARCH_KEY = "/";

/** Marks a link that the arrow keys reach from the search box. */
export const FOUND = { "data-found": "" };

/**
 * The keys of the search box: `/` jumps into it from anywhere, the arrows go through what was found and
 * back, Escape empties it. Enter is the browser's own.
 */
export function useSearchKeys(box: RefObject<HTMLFormElement>): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const input = box.current?.elements.namedItem("q");
      if (!(input instanceof HTMLInputElement)) return;
      const found = [...document.querySelectorAll<HTMLElement>("main [data-found]")];
      const place = found.indexOf(event.target as HTMLElement);
      const inBox = event.target === input;
      if (event.key === SEARCH_KEY && !isTyping(event.target)) {
        select(input);
      } else if (event.key === "Escape" && (inBox || place >= 0)) {
        input.value = "";
        input.focus();
      } else if (event.key === "ArrowDown" && (inBox || place >= 0) && found[place + 1]) {
        found[place + 1]?.focus();
      } else if (event.key === "ArrowUp" && place > 0) {
        found[place - 1]?.focus();
      } else if (event.key === "ArrowUp" && place === 0) {
        select(input);
      } else {
        return;
      }
      event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [box]);
}

function select(input: HTMLInputElement): void {
  input.focus();
  input.select();
}
