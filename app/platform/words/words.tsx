import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "./locale.ts";
import { type Catalog, createTranslate, type Translate } from "./translate.ts";

type Words = {
  locale: Locale;
  timeZone: string;
  currency: string;
  t: Translate;
  spoken: Spoken;
};

/** Messages that were unpacked, and by their packed form those unpacked below them. */
type Spoken = { messages: Catalog; t: Translate; below: Map<string, Spoken> };

const WordsContext = createContext<Words | null>(null);

/** There are few catalogs and many requests: each is unpacked once in the life of a server or a page. */
const outermost: Record<Locale, Map<string, Spoken>> = { en: new Map(), "zh-CN": new Map() };

function unpack(above: Spoken | undefined, locale: Locale, packed: string): Spoken {
  const known = above?.below ?? outermost[locale];
  let spoken = known.get(packed);
  if (!spoken) {
    const messages = { ...above?.messages, ...(JSON.parse(packed) as Catalog) };
    spoken = { messages, t: createTranslate(locale, messages), below: new Map() };
    known.set(packed, spoken);
  }
  return spoken;
}

/** Gives messages from a packed catalog, for a page that stands outside every provider. */
export function translateWith(locale: Locale, packed: string): Translate {
  return unpack(undefined, locale, packed).t;
}

/**
 * Gives a part of the site its words. A layout inside another adds its area's messages to those
 * above it, so the browser gets only the areas it visits.
 */
export function WordsProvider(props: {
  locale: Locale;
  timeZone?: string;
  currency?: string;
  /** See `packedCatalog`. */
  messages: string;
  children: ReactNode;
}) {
  const above = useContext(WordsContext);
  const words = useMemo(() => {
    const spoken = unpack(above?.spoken, props.locale, props.messages);
    return {
      locale: props.locale,
      timeZone: props.timeZone ?? above?.timeZone ?? "UTC",
      currency: props.currency ?? above?.currency ?? "CNY",
      t: spoken.t,
      spoken,
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
