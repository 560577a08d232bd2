import { useEffect, useState } from "react";
import type { KeptAlbum } from "#app/modules/albums/load-kept-album.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useAskAgain } from "#app/site/use-ask-again.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { RefusedFiles } from "./refused-files.tsx";
import { type Sending, useSending } from "./use-sending.ts";

/** How often the page asks what has become of what was sent, in milliseconds. */
const ASK_MS = 3_000;

interface AlbumUploadProps {
  eventId: number;
  album: KeptAlbum;
  /** Of a file. */
  mostBytes: number;
}

/** Brings pictures in: with a script as soon as they are chosen, in pieces; without one by a plain form. */
export function AlbumUpload({ eventId, album, mostBytes }: AlbumUploadProps) {
  const t = useT();
  const at = `/admin/events/${eventId}/album/files`;
  const { sending, send } = useSending({ at, mostBytes });
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const isUnderWay = sending !== null && !sending.isOver;
  useAskAgain({ afterMs: ASK_MS, isAsked: isUnderWay || album.waiting > 0 });
  return (
    <Section id="upload" title={t("albumKeeping.upload")}>
      <form
        method="post"
        action={at}
        encType="multipart/form-data"
        className="grid max-w-3xl gap-4"
        onSubmit={(event) => event.preventDefault()}
      >
        <FileInput
          id="pictures"
          name="pictures"
          multiple
          accept="image/jpeg,image/png,image/webp"
          label={t("albumKeeping.files")}
          hint={t("albumKeeping.files.hint")}
          invitation={t("albumKeeping.files.drop")}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            if (chosen.length > 0) void send(chosen);
          }}
        />
        {!hasScript && (
          <div>
            <Button>{t("albumKeeping.files.send")}</Button>
          </div>
        )}
      </form>
      {sending && <HowFar sending={sending} onAgain={send} />}
      {!isUnderWay && album.begun > 0 && (
        <p className="mt-4 max-w-prose">{t("albumKeeping.begun", { count: album.begun })}</p>
      )}
      {album.waiting > 0 && (
        <p className="mt-4" role="status">
          {t("albumKeeping.waiting", { count: album.waiting })}
        </p>
      )}
      <RefusedFiles album={album} />
    </Section>
  );
}

interface HowFarProps {
  sending: Sending;
  onAgain: (files: readonly File[]) => void;
}

/** All of it, those on their way, and what could not be sent. */
function HowFar({ sending, onAgain }: HowFarProps) {
  const t = useT();
  const { points } = useFigures();
  const { files, there, known, failed, now, isOver } = sending;
  const again = failed.filter(({ why }) => why === "connection" || why === "signed-out");
  return (
    <div className="mt-5 grid max-w-3xl gap-4">
      <ProgressBar
        id="sending"
        label={t(isOver ? "albumKeeping.sent" : "albumKeeping.sending")}
        status={t("albumKeeping.sending.of", { there: points(there), files: points(files) })}
        value={sending.bytesThere}
        max={Math.max(sending.bytes, 1)}
      />
      {now.map(({ name, part }, place) => (
        <ProgressBar
          key={name}
          id={`sending-${place}`}
          label={<bdi className="font-normal break-all">{name}</bdi>}
          value={part}
          max={1}
        />
      ))}
      {!isOver && <p className="text-ink-soft">{t("albumKeeping.sending.stay")}</p>}
      {isOver && known > 0 && <p>{t("albumKeeping.known", { count: known })}</p>}
      {failed.length > 0 && (
        <Notice tone="refusal">
          <p>{t("albumKeeping.failed", { count: failed.length })}</p>
          <ul className="mt-1 max-h-60 overflow-auto">
            {failed.map(({ file, why }) => (
              <li key={`${file.name}/${file.size}/${file.lastModified}`}>
                <bdi className="break-all">{file.name}</bdi>: {t(`albumKeeping.failed.${why}`)}
              </li>
            ))}
          </ul>
          {isOver && again.length > 0 && (
            <p className="mt-3">
              <Button
                type="button"
                look="quiet"
                onClick={() => onAgain(again.map(({ file }) => file))}
              >
                {t("albumKeeping.failed.again")}
              </Button>
            </p>
          )}
        </Notice>
      )}
    </div>
  );
}
