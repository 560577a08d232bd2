/**
 * A name as it may stand on a public page: what somebody is called, and the first letter of their family. Of a Chinese
 * name, whose family comes first, only that is written; of a name of one word all of it.
 */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const [first = "", ...rest] = words;
  if (rest.length === 0) {
    const signs = [...first];
    const isHan = signs.length > 1 && signs.every((sign) => /\p{Script=Han}/u.test(sign));
    return isHan ? `${signs[0]}${"＊".repeat(signs.length - 1)}` : first;
  }
  const last = [...(rest.at(-1) ?? "")][0] ?? "";
  return `${first} ${last.toLocaleUpperCase("en")}.`;
}
