import { loadStores, type StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What a list of members can be narrowed to in this club. */
export type FilterChoices = {
  programmes: string[];
  stores: StoreChoice[];
};

/** The club's card programmes by its present rules, and its stores, closed ones too: people were there. */
export async function loadFilterChoices(db: Db): Promise<FilterChoices> {
  const [book, stores] = await Promise.all([loadRuleBook(), loadStores(db)]);
  const { programmes } = rulesAt(book, new Date()).rules.earning;
  return { programmes: Object.keys(programmes), stores };
}
