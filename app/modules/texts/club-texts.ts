/** What of the club everybody can read: its rules, what it does with data about people, how to reach it. */
export const TEXT_NAMES = ["rules", "privacy", "contact"] as const;
export type TextName = (typeof TEXT_NAMES)[number];

export const isTextName = (name: string | undefined): name is TextName =>
  TEXT_NAMES.some((each) => each === name);

/** A piece of a text, as it is set on a page. */
export type TextBlock =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] };

/**
 * Reads a text as an admin types it: a line that begins with `#` is a heading, lines that begin with `-` are a
 * list, and an empty line ends a paragraph. Everything else stays as it is; nothing in it is ever markup.
 *
 * @param clubName stands where the text says `{club}`.
 */
export function textBlocks(body: string, clubName: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let goesOn = false;
  for (const line of body.replaceAll("{club}", clubName).split("\n")) {
    const text = line.trim();
    const last = blocks.at(-1);
    const [, mark, rest = ""] = /^([#-])\s*(.*)$/.exec(text) ?? [];
    if (text === "") goesOn = false;
    else if (mark === "#") {
      blocks.push({ kind: "heading", text: rest });
      goesOn = false;
    } else if (mark === "-") {
      if (goesOn && last?.kind === "list") last.items.push(rest);
      else blocks.push({ kind: "list", items: [rest] });
      goesOn = true;
    } else if (goesOn && last?.kind === "paragraph") {
      last.text += `\n${text}`;
    } else {
      blocks.push({ kind: "paragraph", text });
      goesOn = true;
    }
  }
  return blocks;
}
