import { Form, useNavigation } from "@remix-run/react";
import type { SharedLink } from "#app/modules/albums/album-links.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface ShareAlbumProps {
  links: SharedLink[];
  /** On how many pictures the family is. */
  ours: number;
  made: { address: string | null; refused: "too-many" | null } | null;
}

/** An address for grandparents and friends: made, shown this once, and ended. */
export function ShareAlbum({ links, ours, made }: ShareAlbumProps) {
  const t = useT();
  const figures = useFigures();
  const sending = useNavigation().state !== "idle";
  return (
    <Disclosure summary={t("albums.share")} open={made !== null || undefined}>
      <p>{t("albums.share.lead")}</p>
      {made?.refused && (
        <div className="my-3">
          <Notice tone="refusal">{t("albums.share.too-many")}</Notice>
        </div>
      )}
      {made?.address && (
        <div className="my-3">
          <Notice tone="warn" title={t("albums.share.made")}>
            <p>{t("albums.share.once")}</p>
            <p className="mt-2 select-all [overflow-wrap:anywhere]">{made.address}</p>
          </Notice>
        </div>
      )}
      <Form method="post" preventScrollReset className="my-3 flex flex-wrap gap-3">
        <input type="hidden" name="intent" value="share" />
        {ours > 0 && (
          <Button look="quiet" name="what" value="ours" pending={sending}>
            {t("albums.share.ours")}
          </Button>
        )}
        <Button look="quiet" name="what" value="all" pending={sending}>
          {t("albums.share.all")}
        </Button>
      </Form>
      <p className="text-ink-soft">{t("albums.honest")}</p>
      {links.length > 0 && (
        <ul className="mt-3 border-t border-rule">
          {links.map(({ id, onlyOwn, createdAt, expiresAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule py-2"
            >
              <span className="min-w-0">
                {t(onlyOwn ? "albums.share.link.ours" : "albums.share.link.all", {
                  moment: figures.moment(createdAt),
                })}
                <span className="block text-[0.9375rem] text-ink-soft">
                  {t("albums.share.until", { day: figures.lastDay(expiresAt) })}
                </span>
              </span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="end" />
                <Button look="quiet" name="link" value={id}>
                  {t("albums.share.end")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
