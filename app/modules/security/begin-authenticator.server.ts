import QRCode from "qrcode";
import type { Db } from "#app/platform/db.server.ts";
import { seal, unseal } from "#app/platform/secret.server.ts";
import { AUTHENTICATOR_SEAL } from "./authenticator-code.server.ts";
import { newTotpSecret, totpUri } from "./totp.server.ts";

/** An authenticator that is being set up: its secret as text, and as a QR code of `size` modules an edge. */
export type NewAuthenticator = { secret: string; size: number; modules: string };

/**
 * Shows the secret of an authenticator that is being set up, the same one until a code has confirmed it:
 * a page that is loaded again must not part the app from what it scanned.
 *
 * @param shown under which names the app lists it.
 * @returns null where the person has one that was confirmed: its secret is never shown again.
 */
export async function beginAuthenticator(
  db: Db,
  personId: number,
  shown: { club: string; account: string },
): Promise<NewAuthenticator | null> {
  const sealed = await seal(AUTHENTICATOR_SEAL, newTotpSecret(), String(personId));
  await db.$executeRaw`
    insert into authenticator (person_id, secret) values (${personId}, ${sealed})
    on conflict (person_id) do nothing`;
  const row = await db.authenticator.findUniqueOrThrow({ where: { personId } });
  if (row.confirmedAt) return null;
  const secret = await unseal(AUTHENTICATOR_SEAL, row.secret, String(personId));
  const { modules } = QRCode.create(totpUri(secret, shown.club, shown.account), {
    errorCorrectionLevel: "M",
  });
  return {
    secret,
    size: modules.size,
    modules: Array.from(modules.data, (dark) => (dark ? "1" : "0")).join(""),
  };
}
