import type { MetaDescriptor } from "@remix-run/react";
import type { Locale } from "#app/platform/words/locale.ts";

/** A picture of 1200 × 630, with what it shows. */
export type SharePicture = { url: string; type: "image/png" | "image/jpeg"; alt: string };

export type Shared = {
  title: string;
  about: string;
  club: string;
  /** Absolute, as all of these are read away from here. */
  url: string;
  picture: SharePicture;
  locale: Locale;
};

/** What a link to a page shows where it is shared: https://ogp.me. */
export function shareTags({ title, about, club, url, picture, locale }: Shared): MetaDescriptor[] {
  return [
    { title: `${title} · ${club}` },
    { name: "description", content: about },
    { tagName: "link", rel: "canonical", href: url },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: club },
    { property: "og:title", content: title },
    { property: "og:description", content: about },
    { property: "og:url", content: url },
    { property: "og:locale", content: locale === "en" ? "en_GB" : "zh_CN" },
    { property: "og:image", content: picture.url },
    { property: "og:image:type", content: picture.type },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:image:alt", content: picture.alt },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}
