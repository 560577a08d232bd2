import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import { deviceName } from "./device-name.ts";
import { newToken, tokenHash } from "./session-token.server.ts";

/**
 * Notes that somebody signed in with a browser. One that is new to them, unless it is their first, is told
 * of by letter: also where a second factor is still wanted, since somebody then knows the first (OWASP
 * ASVS 5.0, 6.3.5).
 *
 * @param known what the browser keeps from earlier sign-ins, of whomever.
 * @returns what it is to keep.
 */
export async function meetBrowser(
  db: Db,
  personId: number,
  browser: { userAgent: string; address: string; known: string | null },
  at: Date,
): Promise<string> {
  const token = browser.known ?? newToken();
  const hash = tokenHash(token);
  const [met] = await db.$queryRaw<{ known: boolean; others: boolean }[]>`
    with met as (
      insert into known_browser (person_id, token_hash) values (${personId}, ${hash})
      on conflict (person_id, token_hash) do update set seen_at = now()
      returning xmax <> 0 as known
    )
    select known, exists(
      select from known_browser where person_id = ${personId} and token_hash <> ${hash}
    ) as others
    from met`;
  if (met && !met.known && met.others) await tell(db, personId, browser, at);
  return token;
}

async function tell(
  db: Db,
  personId: number,
  { userAgent, address }: { userAgent: string; address: string },
  at: Date,
): Promise<void> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: READER,
  });
  const { system, browser } = deviceName(userAgent);
  await writeLetterTo(db, person, {
    template: "new-sign-in",
    props: {
      device: [system, browser].filter(Boolean).join(" · ") || "—",
      place: addressGroup(address),
      at: at.toISOString(),
    },
  });
}
