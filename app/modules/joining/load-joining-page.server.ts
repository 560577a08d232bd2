import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { loadRulesVersions } from "#app/modules/texts/load-text.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Joining, loadJoining } from "./load-joining.server.ts";

/** The joining form: who fills it in, and the club's rules in short. */
export type JoiningPage = Joining & {
  /** Of the rules in words, the version that holds now. */
  rulesVersion: number;
  rules: {
    /** Points for joining. */
    welcome: number;
    /** Money in minor units for one point. */
    minorPerPoint: number;
    /** Status points that make gold. */
    gold: number;
    /** Points lapse at the end of the month this many months after they became available. */
    lapseMonths: number;
  };
};

/** Reads the joining form's page; null where nobody is on their way in with this token. */
export async function loadJoiningPage(db: Db, token: string): Promise<JoiningPage | null> {
  const [joining, book, { version }] = await Promise.all([
    loadJoining(db, token),
    loadRuleBook(),
    loadRulesVersions(db),
  ]);
  if (!joining) return null;
  const { rules } = rulesAt(book, new Date());
  return {
    ...joining,
    rulesVersion: version,
    rules: {
      welcome: rules.otherEarning.joining,
      minorPerPoint: rules.earning.minorPerPoint,
      gold: rules.tiers.goldStatusPoints,
      lapseMonths: rules.lapse.months,
    },
  };
}
