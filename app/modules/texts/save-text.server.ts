import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { TextName } from "./club-texts.ts";
import { loadText } from "./load-text.server.ts";

export type TextToSave = Actor & {
  name: TextName;
  en: string;
  zh: string;
  /** Of the rules: members who agreed to an earlier version are asked again. */
  asks: boolean;
  /** The version that the admin's form was filled with. */
  seen: number;
};

export type TextSaved =
  | { ok: true; version: number }
  | { ok: false; refusal: "saved-meanwhile" | "nothing-changed" };

/**
 * Saves a text of the club as a new version, which holds at once. Of two admins who save at the same moment the
 * second is told.
 */
export async function saveText(db: PrismaClient, text: TextToSave): Promise<TextSaved> {
  const { name, en, zh, seen, by, address } = text;
  return db.$transaction(async (tx): Promise<TextSaved> => {
    await tx.$queryRaw`select id from club where id = 1 for update`;
    const now = await loadText(tx, name);
    if (now?.version !== seen) return { ok: false, refusal: "saved-meanwhile" };
    if (now.en === en && now.zh === zh) return { ok: false, refusal: "nothing-changed" };
    const version = seen + 1;
    const asks = name === "rules" && text.asks;
    await tx.textVersion.create({
      data: { name, version, bodyEn: en, bodyZh: zh, asks, createdBy: by },
    });
    await writeAudit(tx, {
      personId: by,
      action: "text.saved",
      subject: `text:${name}`,
      detail: { version, asks },
      address,
    });
    return { ok: true, version };
  });
}
