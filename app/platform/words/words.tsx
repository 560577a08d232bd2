import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "./locale.ts";
import { type Catalog, createTranslate, type Translate } from "./translate.ts";

type Words = {
  locale: Locale;
  timeZone: string;
  currency: string;
  messages: Catalog;
  t: Translate;
};

const WordsContext = createContext<Words | null>(null);

/**
 * Gives a part of the site its words. A layout inside another adds its area's messages to those
 * above it, so the browser gets only the areas it visits.
 */
export function WordsProvider(props: {
  locale: Locale;
  timeZone?: string;
  currency?: string;
  messages: Catalog;
  children: ReactNode;
}) {
  const above = useContext(WordsContext);
  const words = useMemo(() => {
    const messages = { ...above?.messages, ...props.messages };
    return {
      locale: props.locale,
      timeZone: props.timeZone ?? above?.timeZone ?? "UTC",
      currency: props.currency ?? above?.currency ?? "CNY",
      messages,
      t: createTranslate(props.locale, messages),
    };
  }, [above, props.locale, props.timeZone, props.currency, props.messages]);
  return <WordsContext.Provider value={words}>{props.children}</WordsContext.Provider>;
}

/** The page's language, the club's time zone and currency, and `t`. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("useWords() outside a WordsProvider");
  return words;
}

/** Gives messages in the page's language. */
export function useT(): Translate {
  return useWords().t;
}
