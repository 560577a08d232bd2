import { createHash } from "node:crypto";

// Written from docs/judging.md, and from nothing else.
const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);
const mean = (numbers) => sum(numbers) / numbers.length;
function root(square) {
  let [low, high] = [0n, square + 1n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle * middle <= square) low = middle;
    else high = middle;
  }
  return low;
}

/** The entries' numbers by rank, for every bracket: out of a contest's sheet and the seed. */
export function recompute(sheet, seed) {
  const [head, body] = sheet.split("\n\n");
  if (sha256(seed) !== /^commitment: (.*)$/m.exec(head)[1]) throw new Error("It is another seed.");
  const weights = [...head.matchAll(/^criterion: \S+ (\d+)$/gm)].map(([, weight]) => +weight);
  const lines = body
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" "))
    .map(([bracket, number, judge, ...values]) => ({
      bracket,
      number: +number,
      judge,
      values: values.map(Number),
      p: sum(values.map((value, at) => value * weights[at])),
    }));
  for (const line of lines) {
    const own = lines.filter((l) => l.bracket === line.bracket && l.judge === line.judge);
    const [n, S, Q] = [own.length, sum(own.map((l) => l.p)), sum(own.map((l) => l.p * l.p))];
    const [above, V] = [BigInt(n * line.p - S), BigInt(n * Q - S * S)];
    line.z = V === 0n ? 0n : root((above ** 2n * 10n ** 24n) / V) * (above < 0n ? -1n : 1n);
  }
  const order = weights.map((_, at) => at).sort((a, b) => weights[b] - weights[a] || a - b);
  return Object.fromEntries(
    [...new Set(lines.map((l) => l.bracket))].map((bracket) => {
      const inIt = lines.filter((l) => l.bracket === bracket);
      const entries = [...new Set(inIt.map((l) => l.number))].map((number) => {
        const own = inIt.filter((l) => l.number === number);
        const z = own.reduce((all, l) => all + l.z, 0n);
        const [twice, unit] = [2n * (z < 0n ? -z : z), BigInt(own.length) * 10n ** 6n];
        const total = Number((twice + unit) / (2n * unit)) * (z < 0n ? -1 : 1);
        const means = order.map((at) => mean(own.map((l) => l.values[at])));
        return { number, by: [total, mean(own.map((l) => l.p)), ...means] };
      });
      const better = (a, b) => a.by.map((value, at) => b.by[at] - value).find((d) => d !== 0) ?? 0;
      const ranked = [];
      for (let left = entries.sort(better); left.length > 0; ) {
        let level = left.filter((e) => better(left[0], e) === 0).map((e) => e.number);
        left = left.slice(level.length);
        level = level.sort((a, b) => a - b);
        const key = sha256(`${seed}\n${bracket === "-" ? "" : bracket}\n${level.join(" ")}`);
        for (let turn = 1; level.length > 0; turn++) {
          const x = Number.parseInt(sha256(`${key}\n${turn}`).slice(0, 12), 16);
          if (x >= 2 ** 48 - (2 ** 48 % level.length)) continue;
          ranked.push(...level.splice(x % level.length, 1));
        }
      }
      return [bracket, ranked];
    }),
  );
}
