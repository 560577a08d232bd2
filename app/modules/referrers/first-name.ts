/** Family names of two characters; all others have one. */
const LONG_FAMILY_NAMES = new Set(
  "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 轩辕 端木 南宫".split(" "),
);

const HAN = /^\p{Script=Han}{2,4}$/u;

/**
 * What friends call somebody: the first word of a name, or of a Chinese one what follows the family's. Who is named
 * by it to strangers is not found by it.
 */
export function firstName(name: string): string {
  if (!HAN.test(name)) return name.split(/[\s·]+/u)[0] || name;
  const characters = Array.from(name);
  const long = characters.length > 2 && LONG_FAMILY_NAMES.has(characters.slice(0, 2).join(""));
  return characters.slice(long ? 2 : 1).join("");
}
