import { cx } from "./cx.ts";

/** A registration plate of mainland China: a province, a letter, then five characters, or six on an electric car's green plate. */
const mainland = /^(\p{Script=Han})([A-Z])([A-Z0-9]{4,6}\p{Script=Han}?)$/u;

/** A car's plate as it is bolted on; anything that is not a mainland plate keeps its own spelling. */
export function Plate({ children: plate }: { children: string }) {
  const parts = mainland.exec(plate);
  if (!parts) return <span className="plate">{plate}</span>;
  const [, province, city, serial = ""] = parts;
  return (
    <span className={cx("plate", serial.length === 6 && "plate-green")}>
      {province}
      {city}
      <span className="plate-dot" />
      {serial}
    </span>
  );
}
