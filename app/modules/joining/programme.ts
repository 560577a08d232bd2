import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";

/** The card programme of a club that has changed none: for whoever lives near. */
const USUAL = "home";

/**
 * The card programme of somebody who joins by themselves: `home`, or the first by name where the club has
 * no such programme. Where an owner lives is not asked, so that nobody joins at a better rate by
 * naming a distant town: the dealership gives the other programmes.
 */
export function programmeOf({ earning }: ClubRules): string {
  const names = Object.keys(earning.programmes).sort();
  return names.includes(USUAL) ? USUAL : (names[0] ?? USUAL);
}
