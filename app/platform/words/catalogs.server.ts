import { compileMessage } from "@lingui/message-utils/compileMessage";
import { en } from "#app/locales/en/index.ts";
import { zhCN } from "#app/locales/zh-CN/index.ts";
import type { Locale } from "./locale.ts";
import { type Area, type Catalog, createTranslate, type Translate } from "./translate.ts";

/** A language is whole when it has every area, and in each every key, of the English files. */
type Whole = { [A in Area]: Record<keyof (typeof en)[A], string> };

const sources = { en, "zh-CN": zhCN } satisfies Record<Locale, Whole>;

/** What only staff read. */
type StaffArea = Extract<Area, `${string}-admin`>;
/** What is written on the server alone: letters, and files that people fetch. */
type ServerArea = Extract<Area, `${string}-${"letters" | "export"}`>;
/** What the pages of owners and visitors may be given, so that none carries words that are not for them. */
export type PageArea = Exclude<Area, StaffArea | ServerArea>;

const ALL_AREAS = Object.keys(en) as Area[];
const STAFF_AREAS = ALL_AREAS.filter((area): area is StaffArea => area.endsWith("-admin"));

const compiled = new Map<string, Catalog>();

/** The messages of some areas in a language. */
function catalog(locale: Locale, areas: readonly Area[]): Catalog {
  const name = `${locale} ${areas.join(" ")}`;
  let messages = compiled.get(name);
  if (!messages) {
    messages = Object.fromEntries(
      areas.flatMap((area) =>
        Object.entries(sources[locale][area]).map(([key, text]) => [key, compileMessage(text)]),
      ),
    );
    compiled.set(name, messages);
  }
  return messages;
}

const packed = new Map<string, string>();

function pack(locale: Locale, areas: readonly Area[]): string {
  const name = `${locale} ${areas.join(" ")}`;
  let text = packed.get(name);
  if (text === undefined) {
    text = JSON.stringify(catalog(locale, areas));
    packed.set(name, text);
  }
  return text;
}

/**
 * The messages of some areas in a language, as they are sent to a browser: one text, which every page
 * carries along as it is, where a tree of a thousand parts would be walked at each request.
 */
export function packedCatalog(locale: Locale, areas: readonly PageArea[]): string {
  return pack(locale, areas);
}

/** The same for the staff's pages: every area that only staff read, and those they share with owners. */
export function packedStaffCatalog(locale: Locale, shared: readonly PageArea[]): string {
  return pack(locale, [...STAFF_AREAS, ...shared]);
}

const translators = new Map<Locale, Translate>();

/** Speaks on the server: letters, CSV headings, answers of the API. Knows every area. */
export function translator(locale: Locale): Translate {
  let translate = translators.get(locale);
  if (!translate) {
    translate = createTranslate(locale, catalog(locale, ALL_AREAS));
    translators.set(locale, translate);
  }
  return translate;
}

/** Every message as it is written, for the test that holds the languages against each other. */
export const allSources = sources;
