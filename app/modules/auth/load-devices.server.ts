import type { Db } from "#app/platform/db.server.ts";
import { addressShown } from "./address-shown.ts";
import { type DeviceName, deviceName } from "./device-name.ts";
import { sessionHolds } from "./session-ends.ts";

/** A browser somebody is signed in with. */
export type Device = {
  sessionId: string;
  name: DeviceName;
  /** When it was signed in, and when it was last used. */
  since: Date;
  seenAt: Date;
  /** From where, in part; empty where that says nothing. */
  place: string;
  /** It is the one that asks. */
  current: boolean;
};

/** The browsers a person is signed in with: the asking one first, then by when they were last used. */
export async function loadDevices(
  db: Db,
  personId: number,
  currentSessionId: string,
  staff: boolean,
  now = new Date(),
): Promise<Device[]> {
  const sessions = await db.session.findMany({
    where: { personId, endsAt: { gt: now } },
    orderBy: { seenAt: "desc" },
  });
  return sessions
    .filter((session) => sessionHolds(session, staff, now))
    .map(({ id, userAgent, createdAt, seenAt, address }) => ({
      sessionId: id,
      name: deviceName(userAgent),
      since: createdAt,
      seenAt,
      place: addressShown(address),
      current: id === currentSessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}
