import { Form } from "@remix-run/react";
import type { GalleryPicture } from "#app/modules/gallery/load-gallery.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";

interface GalleryGridProps {
  pictures: readonly GalleryPicture[];
  /** What this browser is called once it gives a heart; null where it, or who is signed in, is known. */
  browser: string | null;
}

/** Pictures of a gallery, each with its number, its age group and a heart. */
export function GalleryGrid({ pictures, browser }: GalleryGridProps) {
  const { t, locale } = useWords();
  return (
    <ul className="grid grid-cols-1 gap-6 xs:grid-cols-2 lg:grid-cols-3">
      {pictures.map(({ entryId, number, pictureId, contest, bracket, own, hearts }) => (
        <li key={entryId} id={`entry-${entryId}`} className="scroll-mt-24">
          <a href={`/events/gallery/${pictureId}/large`}>
            <img
              src={`/events/gallery/${pictureId}/small`}
              srcSet={`/events/gallery/${pictureId}/small 400w, /events/gallery/${pictureId}/medium 1200w`}
              sizes="(min-width: 64rem) 24rem, (min-width: 30rem) 50vw, 100vw"
              alt={t("gallery.picture", { number })}
              loading="lazy"
              className="aspect-[4/3] w-full rounded-sm bg-well object-contain"
            />
          </a>
          <div className="mt-2">
            <p>
              <span className="figure text-lg">{number}</span>{" "}
              <span className="text-[0.9375rem] text-ink-soft">
                {bracket ? inLanguage(locale, bracket) : inLanguage(locale, contest)}
              </span>
            </p>
            <Form method="post" preventScrollReset className="mt-1 flex items-center gap-3">
              <input type="hidden" name="entry" value={entryId} />
              {browser && <input type="hidden" name="browser" value={browser} />}
              <Button
                name="given"
                value={own ? "no" : "yes"}
                look={own ? undefined : "quiet"}
                aria-label={t(own ? "gallery.takeBack" : "gallery.like", { number })}
              >
                <span aria-hidden="true">{own ? "♥" : "♡"}</span>
              </Button>
              {hearts !== null && (
                <span className="text-[0.9375rem] text-ink-soft">
                  {t("gallery.hearts", { count: hearts })}
                </span>
              )}
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}
