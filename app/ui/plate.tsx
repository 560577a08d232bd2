import { cx } from "./cx.ts";

/**
 * A registration plate of mainland China: a province, a letter, then five characters, or six on an electric
 * car's green plate, the last of which may be a word, or two, for whose car it is.
 */
const mainland = /^(\p{Script=Han})([A-Z])([A-Z0-9]{4,6})(应急|\p{Script=Han})?$/u;

/** The colours of the metal, by the word on it; the common plate is blue. */
const looks: Record<string, string> = {
  警: "plate-white",
  应急: "plate-white",
  挂: "plate-yellow",
  学: "plate-yellow",
  港: "plate-black",
  澳: "plate-black",
  领: "plate-black",
};

/** A car's plate as it is bolted on; anything that is not a mainland plate is drawn plain and keeps its own spelling. */
export function Plate({ children: plate }: { children: string }) {
  const parts = mainland.exec(plate);
  if (!parts) return <span className="plate plate-plain">{plate}</span>;
  const [, province, city, serial = "", word = ""] = parts;
  return (
    <span className={cx("plate", serial.length === 6 ? "plate-green" : looks[word])}>
      {province}
      {city}
      <span className="plate-dot" />
      {serial}
      {word}
    </span>
  );
}
