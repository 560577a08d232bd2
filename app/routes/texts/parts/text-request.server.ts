import type { Params } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { isTextName, type TextName, textBlocks } from "#app/modules/texts/club-texts.ts";
import { loadText } from "#app/modules/texts/load-text.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/**
 * The name of a text in a page's address.
 *
 * @throws Response 404 for one that there is not.
 */
export function textNameIn({ text }: Params): TextName {
  if (!isTextName(text)) throw new Response(null, { status: 404 });
  return text;
}

/**
 * A text as a page shows it, in the reader's language.
 *
 * @throws Response 404 for a version that there is not.
 */
export async function readableText(locale: Locale, name: TextName, version?: number) {
  const [text, club] = await Promise.all([loadText(db(), name, version), loadClub()]);
  if (!text) throw new Response(null, { status: 404 });
  const chinese = locale === "zh-CN";
  return {
    version: text.version,
    newest: text.newest,
    since: text.since,
    blocks: textBlocks(chinese ? text.zh : text.en, chinese ? club.nameZh : club.name),
  };
}
