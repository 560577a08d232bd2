import sharp from "sharp";

/** What services show of a shared link: https://ogp.me names no size; this is what most of them crop to. */
const WIDTH = 1200;
const HEIGHT = 630;

/** The paper and the pens of the light theme: see app/ui/tokens.css. */
const STYLE = "svg{color:#211f1b}.tint{fill:#c8dac5}.sheet{fill:#fcfaf3}";
const PAPER = "#f5f1e7";

/** Of 240 × 160, as every drawing is: as large as fits with a margin around. */
const DRAWN = { width: 810, height: 540 };

/**
 * A drawing as the picture of a shared link: a PNG, as no service takes SVG.
 *
 * @param drawing the markup of an `<svg>` from app/ui/drawings.
 */
export function shareDrawing(drawing: string): Promise<Buffer> {
  const { width, height } = DRAWN;
  const [x, y] = [(WIDTH - width) / 2, (HEIGHT - height) / 2];
  const placed = drawing.replace(
    "<svg",
    `<svg x="${x}" y="${y}" width="${width}" height="${height}"`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><style>${STYLE}</style><rect width="100%" height="100%" fill="${PAPER}"/>${placed}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}

/** A photo as the picture of a shared link: cut to its shape, and a JPEG, as not every service takes WebP. */
export const sharePhoto = (photo: Uint8Array): Promise<Buffer> =>
  sharp(photo)
    .resize({ width: WIDTH, height: HEIGHT, fit: "cover", position: sharp.strategy.attention })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
