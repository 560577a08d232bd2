import { createHash, randomBytes, randomInt } from "node:crypto";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { lockContest } from "#app/modules/contests/contest-row.server.ts";
import type { ContestState } from "#app/modules/contests/terms.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { consumeAttempt, refundAttempt } from "#app/platform/rate-limit.server.ts";
import { sign } from "#app/platform/secret.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type JudgeState, judgeStateAt } from "./judge-state.ts";
import { JUDGE_CODES, JUDGE_CODES_OF_DAY, MOST_JUDGES } from "./limits.ts";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const hashOf = (token: string) => new Uint8Array(createHash("sha256").update(token).digest());
const codeHashOf = async (contestId: number, code: string) =>
  new Uint8Array(await sign("judge-code", `${contestId}\n${code}`));

/** What a judge is given: what their link ends in, and four digits. Only hashes of both are kept. */
export type JudgeKeys = { judgeId: number; name: string; token: string; code: string };

export type JudgeMade =
  | { ok: true; keys: JudgeKeys }
  | { ok: false; refusal: "no-such-contest" | "not-judged" | "over" | "name-taken" | "too-many" };

/**
 * Gives somebody the judging of a contest, by a link of their own. The same request again is the same judge, with
 * another link.
 */
export function makeJudge(
  of: { contestId: number; name: string; requestKey: string },
  actor: Actor,
): Promise<JudgeMade> {
  const { contestId, name, requestKey } = of;
  return inRetriedTransaction<JudgeMade>(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (!contest) return { ok: false, refusal: "no-such-contest" };
    const judges = await tx.judge.findMany({ where: { contestId } });
    const again = judges.find((judge) => judge.requestKey === requestKey);
    if (again) return { ok: true, keys: await newKeys(tx, again) };
    if (contest.terms.kind !== "pictures") return { ok: false, refusal: "not-judged" };
    if (contest.state === "published" || contest.state === "called-off") {
      return { ok: false, refusal: "over" };
    }
    if (judges.some((judge) => judge.name === name)) return { ok: false, refusal: "name-taken" };
    if (judges.length >= MOST_JUDGES) return { ok: false, refusal: "too-many" };
    const judge = await tx.judge.create({
      // The code that counts is made with the link.
      data: { contestId, name, requestKey, createdBy: actor.by, codeHash: randomBytes(32) },
    });
    await noteJudge(tx, "judge.made", judge, actor);
    return { ok: true, keys: await newKeys(tx, judge) };
  });
}

export type JudgeRenamed = { ok: true } | { ok: false; refusal: "no-such-judge" | "name-taken" };

/** Writes a judge's name anew, that was typed wrongly, say: wherever it stands it is the new one. */
export function renameJudge(
  { contestId, judgeId, name }: { contestId: number; judgeId: number; name: string },
  actor: Actor,
): Promise<JudgeRenamed> {
  return inRetriedTransaction<JudgeRenamed>(async (tx) => {
    await lockContest(tx, contestId);
    const judges = await tx.judge.findMany({ where: { contestId } });
    const judge = judges.find(({ id }) => id === judgeId);
    if (!judge) return { ok: false, refusal: "no-such-judge" };
    if (judge.name === name) return { ok: true };
    if (judges.some((other) => other.name === name)) return { ok: false, refusal: "name-taken" };
    await tx.judge.update({ where: { id: judgeId }, data: { name }, select: { id: true } });
    await noteJudge(tx, "judge.renamed", judge, actor, { to: name });
    return { ok: true };
  });
}

/** Gives a judge another link and another code; those from before open nothing any more. Null where there is no such judge. */
export function renewJudgeLink(
  { contestId, judgeId }: { contestId: number; judgeId: number },
  actor: Actor,
): Promise<JudgeKeys | null> {
  return inRetriedTransaction(async (tx) => {
    await lockContest(tx, contestId);
    const judge = await tx.judge.findFirst({ where: { id: judgeId, contestId } });
    if (!judge) return null;
    await revokeLinks(tx, judgeId);
    await noteJudge(tx, "judge.link-renewed", judge, actor);
    return newKeys(tx, judge);
  });
}

/** Ends a judge's link at once, with every tablet that was handed over to them. False where there is none to end. */
export function endJudgeLink(
  { contestId, judgeId }: { contestId: number; judgeId: number },
  actor: Actor,
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    await lockContest(tx, contestId);
    const [judge] = await tx.judge.updateManyAndReturn({
      where: { id: judgeId, contestId, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (!judge) return false;
    await revokeLinks(tx, judgeId);
    await noteJudge(tx, "judge.link-ended", judge, actor);
    return true;
  });
}

/** Whoever holds a link, and what it still does. */
export type FoundJudge = { id: number; contestId: number; name: string; state: JudgeState };

/** The judge whose link ends in a token; null where there never was one. */
export async function findJudge(
  on: Db,
  token: string | undefined,
  now = new Date(),
): Promise<FoundJudge | null> {
  if (!token || !TOKEN.test(token)) return null;
  const [row] = await queryRows<{
    id: number;
    contestId: number;
    name: string;
    isEnded: boolean;
    isExcluded: boolean;
    contest: ContestState;
    eventEndsAt: Date | null;
  }>(
    on,
    Prisma.sql`
      select judge.id, contest_id as "contestId", judge.name, contest.state as contest, event.ends_at as "eventEndsAt",
        revoked_at is not null or judge.ended_at is not null as "isEnded", excluded_at is not null as "isExcluded"
      from judge_link join judge on judge.id = judge_id join contest on contest.id = contest_id
        join event on event.id = event_id
      where token_hash = ${hashOf(token)}`,
  );
  if (!row) return null;
  const { id, contestId, name, isEnded, isExcluded, contest } = row;
  const eventEndsAt = row.eventEndsAt ?? now;
  return {
    ...{ id, contestId, name },
    state: judgeStateAt({ isEnded, isExcluded, contest, eventEndsAt }, now),
  };
}

/** Notes that a judge's page has just been heard of, at most every so often. */
export async function noteJudgeSeen(judgeId: number): Promise<void> {
  await db().$executeRaw`update judge set last_seen_at = now() where id = ${judgeId}
    and (last_seen_at is null or last_seen_at < now() - interval '15 seconds')`;
}

export type HandedOver =
  | { ok: true; keys: Pick<JudgeKeys, "token" | "name"> }
  | { ok: false; refusal: "no-such-code" | "too-many" };

/** Hands a judge's tablet over to another judge of the contest, who types their code: it gets a link of theirs. */
export async function handOver(
  from: Pick<FoundJudge, "id" | "contestId">,
  code: string,
): Promise<HandedOver> {
  const turn = await consumeAttempt(JUDGE_CODES, String(from.id));
  const ofDay = turn.ok ? await consumeAttempt(JUDGE_CODES_OF_DAY, String(from.id)) : turn;
  if (!ofDay.ok) return { ok: false, refusal: "too-many" };
  const codeHash = await codeHashOf(from.contestId, code);
  const judge = await db().judge.findFirst({
    where: { contestId: from.contestId, codeHash, endedAt: null },
    select: { id: true, name: true },
  });
  if (!judge) return { ok: false, refusal: "no-such-code" };
  await refundAttempt(JUDGE_CODES, String(from.id));
  await refundAttempt(JUDGE_CODES_OF_DAY, String(from.id));
  const token = newToken();
  await db().judgeLink.create({ data: { judgeId: judge.id, tokenHash: hashOf(token) } });
  return { ok: true, keys: { token, name: judge.name } };
}

const newToken = () => randomBytes(32).toString("base64url");

const revokeLinks = (tx: Db, judgeId: number) =>
  tx.judgeLink.updateMany({
    where: { judgeId, revokedAt: null },
    data: { revokedAt: new Date() },
  });

/** A link and a code that no other judge of the contest has; under the contest's lock. */
async function newKeys(
  tx: Db,
  { id, contestId, name }: { id: number; contestId: number; name: string },
): Promise<JudgeKeys> {
  const token = newToken();
  await tx.judgeLink.create({ data: { judgeId: id, tokenHash: hashOf(token) } });
  for (;;) {
    const code = String(randomInt(10_000)).padStart(4, "0");
    const codeHash = await codeHashOf(contestId, code);
    if ((await tx.judge.count({ where: { contestId, codeHash } })) > 0) continue;
    await tx.judge.update({
      where: { id },
      data: { codeHash, endedAt: null },
      select: { id: true },
    });
    return { judgeId: id, name, token, code };
  }
}

/** Writes down what was done about a judge. */
export const noteJudge = (
  tx: Db,
  action:
    | "judge.made"
    | "judge.renamed"
    | "judge.link-renewed"
    | "judge.link-ended"
    | "judge.conflict-noted"
    | "judge.conflict-taken-back"
    | "judge.excluded"
    | "judge.included"
    | "judge.scores-corrected",
  judge: { contestId: number; name: string },
  { by, address }: { by: number | null; address?: string },
  detail: Record<string, string | number> = {},
) =>
  writeAudit(tx, {
    ...{ personId: by, action, subject: `contest:${judge.contestId}`, address },
    detail: { name: judge.name, ...detail },
  });
