import { Form, useNavigation } from "@remix-run/react";
import { type MouseEventHandler, useEffect, useRef } from "react";
import type { AlbumView } from "#app/modules/albums/forms.ts";
import type {
  KeptAlbumPicture,
  TaggableParty,
} from "#app/modules/albums/load-kept-album.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { useRange } from "./use-range.ts";
import { WhoPicker } from "./who-picker.tsx";

interface KeptPicturesProps {
  eventId: number;
  show: AlbumView;
  pictures: KeptAlbumPicture[];
  parties: TaggableParty[];
  /** Who was picked for the last act, without a script. */
  picked: readonly string[];
}

/** The pictures of a page, to be picked, and what is done with those that are. */
export function KeptPictures({ eventId, show, pictures, parties, picked }: KeptPicturesProps) {
  const t = useT();
  const { box, count, onClick, tickAll } = useRange();
  const navigation = useNavigation();
  const isSaving = navigation.state !== "idle" && navigation.formMethod === "POST";
  const wasSaving = useRef(false);
  useEffect(() => {
    if (wasSaving.current && !isSaving) tickAll(false);
    wasSaving.current = isSaving;
  }, [isSaving, tickAll]);
  const act = (intent: string, look: "primary" | "quiet" | "danger") => (
    <Button
      name="intent"
      value={intent}
      look={look}
      pending={isSaving && navigation.formData?.get("intent") === intent}
    >
      {t(`albumKeeping.act.${intent as "tag" | "untag" | "remove" | "bring-back"}`)}
    </Button>
  );
  return (
    <Form
      method="post"
      preventScrollReset
      className="gap-8 lg:grid lg:grid-cols-[18rem_minmax(0,1fr)]"
    >
      <div className="mb-6 lg:sticky lg:top-4 lg:mb-0 lg:self-start">
        {show !== "removed" && <WhoPicker parties={parties} picked={picked} />}
        <div className="mt-4 grid gap-2.5">
          <p aria-live="polite" className="font-semibold">
            {t("albumKeeping.chosen", { count })}
          </p>
          <div className="flex flex-wrap gap-2.5">
            <Button type="button" look="quiet" onClick={() => tickAll(true)}>
              {t("albumKeeping.chosen.all")}
            </Button>
            <Button type="button" look="quiet" onClick={() => tickAll(false)}>
              {t("albumKeeping.chosen.none")}
            </Button>
          </div>
          {show === "removed" ? (
            act("bring-back", "primary")
          ) : (
            <>
              {act("tag", "primary")}
              {act("untag", "quiet")}
              {act("remove", "danger")}
            </>
          )}
          <p className="text-[0.9375rem] text-ink-soft">
            {t(show === "removed" ? "albumKeeping.removed.hint" : "albumKeeping.chosen.hint")}
          </p>
        </div>
      </div>
      <ul ref={box} className="grid grid-cols-2 gap-3 self-start sm:grid-cols-3 xl:grid-cols-4">
        {pictures.map((picture) => (
          <Picture key={picture.id} {...{ eventId, picture, onClick }} />
        ))}
      </ul>
    </Form>
  );
}

interface PictureProps {
  eventId: number;
  picture: KeptAlbumPicture;
  onClick: MouseEventHandler<HTMLInputElement>;
}

function Picture({ eventId, picture, onClick }: PictureProps) {
  const t = useT();
  const { moment } = useFigures();
  const { id, fileName, takenAt, tags, isHidden } = picture;
  const at = `/admin/events/${eventId}/album/pictures/${id}`;
  return (
    <li className="min-w-0">
      <label className="relative block cursor-pointer">
        <img
          src={`${at}/small`}
          alt={fileName}
          loading="lazy"
          decoding="async"
          className="aspect-square w-full rounded-sm border border-rule object-cover"
        />
        <input
          type="checkbox"
          name="picture"
          value={id}
          onClick={onClick}
          className="check absolute top-2 left-2 m-0!"
        />
        {isHidden && (
          <span className="absolute right-2 bottom-2">
            <Badge tone="warn">{t("albumKeeping.hidden")}</Badge>
          </span>
        )}
      </label>
      <p className="mt-1 text-[0.875rem] leading-snug">
        <a href={`${at}/large`} className="break-all">
          <bdi>{fileName}</bdi>
        </a>
        <br />
        <span className="text-ink-soft">
          {takenAt ? moment(takenAt) : t("albumKeeping.taken.unknown")}
        </span>
      </p>
      <p className="text-[0.875rem] leading-snug">
        {tags.length === 0 ? (
          <span className="text-ink-soft">{t("albumKeeping.nobody")}</span>
        ) : (
          <bdi>
            {tags
              .map(({ name, whole }) => (whole ? t("albumKeeping.family", { name }) : name))
              .join(t("albumKeeping.and"))}
          </bdi>
        )}
      </p>
    </li>
  );
}
