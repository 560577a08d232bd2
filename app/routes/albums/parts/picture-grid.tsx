import { Link } from "@remix-run/react";
import type { ListedPicture } from "#app/modules/albums/load-album.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useNearPictures } from "./use-near-pictures.ts";

/** The first of a page are in sight on a phone, and are there before any script. */
const IN_SIGHT = 6;

interface PictureGridProps {
  pictures: ListedPicture[];
  /** The album's address: a picture's files are below it. */
  base: string;
  /** Of a picture by itself: a page, or where there is none its file. */
  to: (id: number) => string;
  isFile?: boolean;
  /** How many of the album come before the first. */
  before?: number;
}

/** The pictures of an album, small, three in a row on a phone. Without scripts the browser fetches what comes near. */
export function PictureGrid({ pictures, base, to, isFile, before = 0 }: PictureGridProps) {
  const t = useT();
  const list = useNearPictures(pictures);
  return (
    <ul
      ref={list}
      className="-mx-4 grid grid-cols-3 gap-0.5 xs:-mx-5 min-[40rem]:grid-cols-5 min-[56rem]:mx-0 min-[56rem]:grid-cols-6 min-[56rem]:gap-1"
    >
      {pictures.map((picture, at) => (
        <li key={picture.id} id={`p-${picture.id}`} className="scroll-mt-4">
          <Link
            to={to(picture.id)}
            reloadDocument={isFile}
            className="relative block aspect-square overflow-hidden bg-well [content-visibility:auto]"
          >
            <Thumbnail
              src={`${base}/pictures/${picture.id}/small`}
              alt={t("albums.picture.alt", { place: before + at + 1 })}
              isEager={at < IN_SIGHT}
              {...picture}
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface ThumbnailProps {
  src: string;
  alt: string;
  width: number;
  height: number;
  isEager: boolean;
}

const FILLS = "absolute inset-0 size-full object-cover text-transparent";

function Thumbnail({ src, alt, width, height, isEager }: ThumbnailProps) {
  const size = { width, height, className: FILLS, decoding: "async" } as const;
  if (isEager) return <img src={src} alt={alt} {...size} />;
  return (
    <>
      <img data-src={src} alt={alt} {...size} />
      <noscript>
        <img src={src} alt="" loading="lazy" {...size} />
      </noscript>
    </>
  );
}
