import QRCode from "qrcode";

/** A QR code: its edge in modules, and all of them row after row, `1` for a dark one. */
export type Qr = { size: number; modules: string };

/** Draws a text as a QR code. Level M bears a scratched screen and still keeps the code small. */
export function qrOf(text: string): Qr {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  return {
    size: modules.size,
    modules: Array.from(modules.data, (dark) => (dark ? "1" : "0")).join(""),
  };
}
