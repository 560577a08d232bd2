/** All but what joins the parts of one sign. */
const UNSEEN = /(?![\u200C\u200D])\p{Cf}/gu;
const HAN = /^[\p{Script=Han}·]+$/u;

/**
 * A name as a stranger sees it who holds the paper: enough to compare it with what is printed, too little to learn it.
 * Of each word its first letter; of a Chinese name its first character and as many marks as it has others. Characters
 * that show nothing are left out: one that turns the direction would turn what stands beside the name.
 */
export function veilName(written: string): string {
  const name = written.replace(UNSEEN, "");
  const first = (word: string) => [...new Intl.Segmenter().segment(word)][0]?.segment ?? "";
  if (HAN.test(name)) return `${first(name)}${"＊".repeat([...name].length - 1)}`;
  return name
    .split(/[\s·]+/u)
    .filter(Boolean)
    .map((word) => `${first(word)}…`)
    .join(" ");
}
