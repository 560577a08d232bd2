import { compileMessage } from "@lingui/message-utils/compileMessage";
import enAccount from "#app/locales/en/account.json";
import enCars from "#app/locales/en/cars.json";
import enClaims from "#app/locales/en/claims.json";
import enClub from "#app/locales/en/club.json";
import enCommon from "#app/locales/en/common.json";
import enDesk from "#app/locales/en/desk.json";
import enExport from "#app/locales/en/export.json";
import enJoin from "#app/locales/en/join.json";
import enLetters from "#app/locales/en/letters.json";
import enMail from "#app/locales/en/mail.json";
import enOwner from "#app/locales/en/owner.json";
import enPublic from "#app/locales/en/public.json";
import enRules from "#app/locales/en/rules.json";
import enSecurity from "#app/locales/en/security.json";
import enStaff from "#app/locales/en/staff.json";
import enStatement from "#app/locales/en/statement.json";
import enTiers from "#app/locales/en/tiers.json";
import zhAccount from "#app/locales/zh-CN/account.json";
import zhCars from "#app/locales/zh-CN/cars.json";
import zhClaims from "#app/locales/zh-CN/claims.json";
import zhClub from "#app/locales/zh-CN/club.json";
import zhCommon from "#app/locales/zh-CN/common.json";
import zhDesk from "#app/locales/zh-CN/desk.json";
import zhExport from "#app/locales/zh-CN/export.json";
import zhJoin from "#app/locales/zh-CN/join.json";
import zhLetters from "#app/locales/zh-CN/letters.json";
import zhMail from "#app/locales/zh-CN/mail.json";
import zhOwner from "#app/locales/zh-CN/owner.json";
import zhPublic from "#app/locales/zh-CN/public.json";
import zhRules from "#app/locales/zh-CN/rules.json";
import zhSecurity from "#app/locales/zh-CN/security.json";
import zhStaff from "#app/locales/zh-CN/staff.json";
import zhStatement from "#app/locales/zh-CN/statement.json";
import zhTiers from "#app/locales/zh-CN/tiers.json";
import type { Locale } from "./locale.ts";
import { type Catalog, createTranslate, type Translate } from "./translate.ts";

const sources = {
  en: {
    common: enCommon,
    public: enPublic,
    join: enJoin,
    owner: enOwner,
    statement: enStatement,
    tiers: enTiers,
    cars: enCars,
    account: enAccount,
    export: enExport,
    claims: enClaims,
    security: enSecurity,
    staff: enStaff,
    desk: enDesk,
    rules: enRules,
    club: enClub,
    letters: enLetters,
    mail: enMail,
  },
  "zh-CN": {
    common: zhCommon,
    public: zhPublic,
    join: zhJoin,
    owner: zhOwner,
    statement: zhStatement,
    tiers: zhTiers,
    cars: zhCars,
    account: zhAccount,
    export: zhExport,
    claims: zhClaims,
    security: zhSecurity,
    staff: zhStaff,
    desk: zhDesk,
    rules: zhRules,
    club: zhClub,
    letters: zhLetters,
    mail: zhMail,
  },
} satisfies Record<Locale, Record<string, Record<string, string>>>;

export type Area = keyof (typeof sources)["en"];
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

/**
 * The messages of some areas in a language, as they are sent to a browser: one text, which every page
 * carries along as it is, where a tree of a thousand parts would be walked at each request.
 */
export function packedCatalog(locale: Locale, areas: readonly Area[]): string {
  const name = `${locale} ${areas.join(" ")}`;
  let text = packed.get(name);
  if (text === undefined) {
    text = JSON.stringify(catalog(locale, areas));
    packed.set(name, text);
  }
  return text;
}

const ALL_AREAS = Object.keys(sources.en) as Area[];
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
