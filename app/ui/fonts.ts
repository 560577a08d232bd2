import archivo from "@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2?url";
import sourceSans from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";

/** For a route's `links`: the two files every page needs, asked for before the style sheet names them. */
export const fontPreloads = [archivo, sourceSans].map((href) => ({
  rel: "preload" as const,
  href,
  as: "font" as const,
  type: "font/woff2",
  crossOrigin: "anonymous" as const,
}));
