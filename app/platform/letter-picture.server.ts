import sharp from "sharp";

/** Twice as wide as a letter's sheet, for fine screens. */
const WIDTH = 1040;
const HEIGHT = 1040;

/** A photo as it goes into a letter: a JPEG, as not every mail program takes WebP, without anything said beside it. */
export const letterPhoto = (photo: Uint8Array): Promise<Buffer> =>
  sharp(photo)
    .resize({ width: WIDTH, height: HEIGHT, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 78, mozjpeg: true })
    .toBuffer();
