import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { findMember } from "#app/modules/person/find-member.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { Db } from "#app/platform/db.server.ts";
import { givenAlone } from "./given-alone.server.ts";
import { type AdjustmentListed, listAdjustments } from "./list-adjustments.server.ts";

/** What somebody sees who is about to adjust a member's points. */
export type AdjustPage = {
  number: string;
  name: string;
  closed: boolean;
  /** The account is the asker's own. */
  own: boolean;
  available: number;
  debt: number;
  /** Above how many points a second person is needed. */
  approvalAbove: number;
  /** What the asker has given alone within the last day, to anybody, in points of either sign. */
  lately: number;
  /** The latest adjustments of this member, whoever asked. */
  past: AdjustmentListed[];
};

/** @returns null where there is no such member. */
export async function loadAdjustPage(
  db: Db,
  number: string,
  asker: number,
): Promise<AdjustPage | null> {
  const member = await findMember(db, number);
  if (!member) return null;
  const [balance, lately, past, book] = await Promise.all([
    loadBalance(db, Number(member.accountId)),
    givenAlone(db, asker),
    listAdjustments(db, { memberId: member.id, limit: 10 }),
    loadRuleBook(),
  ]);
  return {
    number,
    name: member.person.name,
    closed: member.person.closedAt !== null,
    own: member.personId === asker,
    available: balance.available,
    debt: balance.debt,
    approvalAbove: rulesAt(book, new Date()).rules.adjustments.approvalAbove,
    lately,
    past: past.adjustments,
  };
}
