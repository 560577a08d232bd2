import { createHash, randomBytes } from "node:crypto";
import { seal, unseal } from "#app/platform/secret.server.ts";
import type { KeptContest } from "./contest-row.server.ts";

/** What the seed is encrypted for. */
const PURPOSE = "contest-tie-seed";

/** A seed for the last tie of a contest, with its promise: the SHA-256 of its 64 hexadecimal digits. */
export async function newTieSeed(contestId: number) {
  const seed = randomBytes(32).toString("hex");
  return {
    tieCommitment: createHash("sha256").update(seed).digest("hex"),
    tieSealedSeed: new Uint8Array(await seal(PURPOSE, seed, String(contestId))),
  };
}

/**
 * The seed of a contest whose entries are closed. Before its ranking is public it is for reckoning alone: it goes into
 * no page and no log.
 *
 * @throws Error where its entries were never closed.
 */
export async function tieSeedOf({
  id,
  tieSeed,
  tieSealedSeed,
}: Pick<KeptContest, "id" | "tieSeed" | "tieSealedSeed">): Promise<string> {
  if (tieSeed !== null) return tieSeed;
  if (tieSealedSeed === null) throw new Error(`Contest ${id} has promised no seed yet.`);
  return unseal(PURPOSE, tieSealedSeed, String(id));
}
