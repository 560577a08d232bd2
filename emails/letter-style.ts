import type { CSSProperties } from "react";

/** The club's paper by day, as app/ui/tokens.css has it; mail programs know no custom properties. */
export const paper = "#f5f1e7";
const sheet = "#fcfaf3";
const rule = "#d9d1bf";
export const ink = "#211f1b";
export const softInk = "#5b564b";
const green = "#0b4a2f";
const onGreen = "#fbf9f1";

const text =
  '"Source Sans 3", "PingFang SC", "Noto Sans SC", "Microsoft YaHei", "Segoe UI", Helvetica, Arial, sans-serif';
const display = `Archivo, ${text}`;

export const styles = {
  body: { margin: 0, padding: "24px 12px", fontFamily: text },
  page: { maxWidth: 560, margin: "0 auto" },
  club: {
    margin: "0 0 16px",
    color: green,
    fontFamily: display,
    fontSize: 18,
    fontWeight: 700,
    letterSpacing: "0.01em",
  },
  sheet: {
    backgroundColor: sheet,
    border: `1px solid ${rule}`,
    borderRadius: 6,
    padding: "24px 24px 28px",
  },
  heading: {
    margin: "0 0 12px",
    fontFamily: display,
    fontSize: 24,
    lineHeight: "30px",
    fontWeight: 700,
  },
  words: { margin: "0 0 12px", lineHeight: "25px" },
  small: { margin: "14px 0 0", fontSize: 13, lineHeight: "19px" },
  reason: { margin: "0 0 16px", borderLeft: `3px solid ${rule}`, paddingLeft: 12 },
  action: { margin: "20px 0" },
  button: {
    backgroundColor: green,
    color: onGreen,
    borderRadius: 4,
    padding: "12px 20px",
    fontSize: 16,
    fontWeight: 600,
    textDecoration: "none",
  },
  figure: {
    margin: 0,
    color: green,
    fontFamily: display,
    fontSize: 40,
    lineHeight: "48px",
    fontWeight: 700,
    fontVariantNumeric: "tabular-nums",
    letterSpacing: "0.04em",
  },
  table: { borderCollapse: "collapse", margin: "0 0 16px" },
  cell: {
    color: ink,
    borderBottom: `1px solid ${rule}`,
    padding: "9px 0",
    fontSize: 15,
    lineHeight: "21px",
    verticalAlign: "top",
  },
  points: { whiteSpace: "nowrap", paddingLeft: 16, fontVariantNumeric: "tabular-nums" },
  card: {
    margin: "4px 0 20px",
    background: "#c8cdd1",
    border: "1px solid #a3abb1",
    borderRadius: 12,
    padding: "18px 20px",
    color: "#14191d",
    fontFamily: display,
  },
  goldCard: { background: "#d2ba7d", border: "1px solid #b89a5c", color: "#241a06" },
} satisfies Record<string, CSSProperties>;

/** By night, for the mail programs that ask; the others keep the paper, which is legible as it is. */
export const darkStyles = `
@media (prefers-color-scheme: dark) {
  .paper { background-color: #151716 !important; }
  .sheet { background-color: #1d201e !important; border-color: #363b38 !important; }
  .ink { color: #ece7db !important; }
  .soft { color: #b3aea1 !important; }
  .accent { color: #7fc59d !important; }
  .button { background-color: #23704a !important; color: #f4f8f2 !important; }
  .cell { border-color: #363b38 !important; }
}`;
