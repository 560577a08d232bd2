import type { ReactNode } from "react";
import type { ShownPicture } from "#app/modules/albums/load-picture.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ChevronLeftIcon, ChevronRightIcon } from "#app/ui/icons.tsx";
import { BackLink } from "#app/ui/page.tsx";

interface PicturePageProps {
  picture: ShownPicture;
  title: string;
  base: string;
  onlyOurs: boolean;
  /** What can be said of it. */
  children?: ReactNode;
}

/** A picture by itself: as large as the screen, with its neighbours and the way to take it home. */
export function PicturePage({ picture, title, base, onlyOurs, children }: PicturePageProps) {
  const t = useT();
  const figures = useFigures();
  const { id, width, height, place, of, previous, next, takenAt } = picture;
  const search = onlyOurs ? "?ours=1" : "";
  const file = (size: string) => `${base}/pictures/${id}/${size}`;
  return (
    <>
      <BackLink to={`${base}${search}#p-${id}`}>{title}</BackLink>
      <h1 className="sr-only">{t("albums.picture.alt", { place })}</h1>
      <figure>
        <img
          src={file("medium")}
          srcSet={`${file("medium")} 1200w, ${file("large")} 2400w`}
          sizes="(min-width: 72rem) 68rem, 100vw"
          alt={t("albums.picture.alt", { place })}
          width={width}
          height={height}
          className="mx-auto h-auto max-h-[75dvh] w-auto max-w-full bg-well"
        />
        <figcaption className="mt-3 flex items-center justify-between gap-4">
          <Neighbour to={previous} rel="prev" />
          <span className="text-center text-[0.9375rem] text-ink-soft">
            {[t("albums.picture.place", { place, of }), takenAt ? figures.moment(takenAt) : null]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <Neighbour to={next} rel="next" />
        </figcaption>
      </figure>
      <p className="mt-5">
        <a href={`${file("large")}?save=1`} className="button button-quiet" download>
          {t("albums.picture.save")}
        </a>
      </p>
      {children}
    </>
  );

  function Neighbour({ to, rel }: { to: number | null; rel: "prev" | "next" }) {
    const icon = rel === "prev" ? <ChevronLeftIcon size={18} /> : <ChevronRightIcon size={18} />;
    if (to === null) return <span className="w-24" />;
    return (
      <ButtonLink
        to={`${base}/${to}${search}`}
        look="quiet"
        rel={rel}
        icon={icon}
        preventScrollReset
        className={rel === "next" ? "flex-row-reverse" : undefined}
      >
        {t(rel === "prev" ? "albums.picture.previous" : "albums.picture.next")}
      </ButtonLink>
    );
  }
}
