/** Part of a drawing: a path or a circle, and which of the drawing's tints fills it. */
type Part = { fill: "tint" | "sheet" | null; dash: number[] } & (
  | { path: string }
  | { circle: [x: number, y: number, radius: number] }
);

/** The light theme's tints: see app/ui/tokens.css. Paper is as white as what it is printed on. */
const FILLS = { tint: "#c8dac5", sheet: "#ffffff" } as const;
const PEN = "#211f1b";
/** The sheet that every drawing is on, and its pen. */
const SHEET = { width: 240, height: 160, pen: 1.5 };

/**
 * Draws one of the house's drawings into a PDF, in lines.
 *
 * @param svg the markup of an `<svg>` from app/ui/drawings: paths and circles on a sheet of 240 × 160.
 * @param at its upper left corner and its width, in points.
 */
export function drawInPdf(
  document: PDFKit.PDFDocument,
  svg: string,
  at: { x: number; y: number; width: number },
): void {
  document.save();
  document.translate(at.x, at.y).scale(at.width / SHEET.width);
  document.lineWidth(SHEET.pen).lineCap("round").lineJoin("round");
  for (const part of partsOf(svg)) {
    if ("path" in part) document.path(part.path);
    else document.circle(...part.circle);
    const [dash, space] = part.dash;
    if (dash === undefined) document.undash();
    else document.dash(dash, { space: space ?? dash });
    if (part.fill) document.fillAndStroke(FILLS[part.fill], PEN);
    else document.stroke(PEN);
  }
  document.restore();
}

function partsOf(svg: string): Part[] {
  return [...svg.matchAll(/<(path|circle)\b([^>]*)>/g)].map(([, element, written = ""]) => {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(written)?.[1];
    const fill = value("class") === "tint" || value("class") === "sheet" ? value("class") : null;
    const dash = (value("stroke-dasharray") ?? "")
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const look = { fill: (fill ?? null) as Part["fill"], dash };
    if (element === "path") return { ...look, path: value("d") ?? "" };
    return { ...look, circle: [Number(value("cx")), Number(value("cy")), Number(value("r"))] };
  });
}
