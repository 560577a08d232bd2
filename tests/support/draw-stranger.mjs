import { createHash } from "node:crypto";

// Written from "How it is computed" of docs/decisions/draws.md and of the draw's page, and from nothing else.
const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** Who is drawn, in order: out of the paper's text, the seed, the public value, and how many are wanted. */
export function recompute(paper, seed, value, wanted) {
  const commitment = /^commitment: (.*)$/m.exec(paper)[1];
  if (sha256(seed) !== commitment) throw new Error("The seed is not the one that was promised.");
  const key = sha256(`${seed}\n${value}\n${sha256(paper)}`);
  let left = paper
    .slice(paper.indexOf("\n\n") + 2)
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" "));
  const drawn = [];
  for (let turn = 1; drawn.length < wanted && left.length > 0; turn++) {
    const number = Number.parseInt(sha256(`${key}\n${turn}`).slice(0, 12), 16);
    const tickets = left.reduce((sum, [, weight]) => sum + Number(weight), 0);
    if (number >= 2 ** 48 - (2 ** 48 % tickets)) continue;
    let ticket = number % tickets;
    const next = left.find(([, weight]) => {
      ticket -= Number(weight);
      return ticket < 0;
    });
    drawn.push(next[0]);
    left = left.filter(([, , household]) => household !== next[2]);
  }
  return drawn;
}
