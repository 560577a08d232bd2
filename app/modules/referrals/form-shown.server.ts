import { timingSafeEqual } from "node:crypto";
import { sign } from "#app/platform/secret.server.ts";

const PURPOSE = "lead-form";

/** When a form was drawn, signed, so that whoever sends it back cannot say another time. */
export async function signShown(at: Date): Promise<string> {
  const time = String(at.getTime());
  return `${time}.${(await sign(PURPOSE, time)).toString("base64url")}`;
}

/** Reads when a form was drawn; null where that is missing or was not signed here. */
export async function readShown(signed: string): Promise<Date | null> {
  const [time = "", signature = ""] = signed.split(".");
  if (!/^\d{1,15}$/.test(time)) return null;
  const right = await sign(PURPOSE, time);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return new Date(Number(time));
}
