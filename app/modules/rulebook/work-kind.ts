import { cellText } from "#app/platform/cell-text.ts";

export const workKinds = [
  "maintenance",
  "repair",
  "accident",
  "warranty",
  "rework",
  "internal",
  "accessories",
] as const;

/** The kind of work an order was for; what a rule of earning asks about. */
export type WorkKind = (typeof workKinds)[number];

/** The words of workshop exports (the column 维修类型), and the kinds' own names. */
const words = new Map<string, WorkKind>([
  ["常规保养", "maintenance"],
  ["首保", "maintenance"],
  ["保养", "maintenance"],
  ["定期保养", "maintenance"],
  ["一般维修", "repair"],
  ["机电维修", "repair"],
  ["维修", "repair"],
  ["事故车", "accident"],
  ["钣喷", "accident"],
  ["事故", "accident"],
  ["索赔", "warranty"],
  ["三包索赔", "warranty"],
  ["返修", "rework"],
  ["内部", "internal"],
  ["pdi", "internal"],
  ["精品", "accessories"],
  ["装潢", "accessories"],
  ...workKinds.map((kind) => [kind, kind] as const),
]);

/** The kind of work a cell names, or null for a word that is not on the list: a kind is never guessed. */
export function readWorkKind(cell: string): WorkKind | null {
  return words.get(cellText(cell).replace(/\s/g, "").toLowerCase()) ?? null;
}
