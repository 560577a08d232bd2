import type { ShownAlbum } from "#app/modules/albums/load-album.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";

interface TakeHomeProps {
  album: Pick<ShownAlbum, "pictures" | "ours" | "bytes" | "ourBytes">;
  base: string;
}

/** All pictures, or those with the family, as one file; and what that means for who is on them. */
export function TakeHome({ album, base }: TakeHomeProps) {
  const t = useT();
  const figures = useFigures();
  const { pictures, ours, bytes, ourBytes } = album;
  if (pictures === 0) return null;
  const size = (of: number) => figures.points(Math.max(1, Math.round(of / 1_000_000)));
  return (
    <Disclosure summary={t("albums.take")}>
      <p>{t("albums.take.lead")}</p>
      <p className="my-3 flex flex-wrap gap-3">
        {ours > 0 && ours < pictures && (
          <a href={`${base}/archive.zip?ours=1`} className="button button-quiet" download>
            {t("albums.take.ours", { pictures: ours, size: size(ourBytes) })}
          </a>
        )}
        <a href={`${base}/archive.zip`} className="button button-quiet" download>
          {t("albums.take.all", { pictures, size: size(bytes) })}
        </a>
      </p>
      <p className="text-ink-soft">{t("albums.honest")}</p>
    </Disclosure>
  );
}
