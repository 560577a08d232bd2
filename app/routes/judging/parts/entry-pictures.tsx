import { type MouseEvent, useRef, useState } from "react";
import type { SheetEntry } from "#app/modules/judging/load-judge-sheet.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";

/** How much larger than the screen, step by step. */
const ZOOMS = ["w-full", "w-[150%]", "w-[225%]", "w-[340%]"] as const;

/** The pictures of an entry, large; larger still over the whole screen. Without scripts that is a page of its own. */
export function EntryPictures({ token, entry }: { token: string; entry: SheetEntry }) {
  return (
    <div className="grid gap-4">
      {entry.pictures.map((id, place) => (
        <Picture
          key={id}
          from={`/judge/${token}/pictures/${id}`}
          number={entry.number}
          place={place + 1}
        />
      ))}
    </div>
  );
}

function Picture({ from, number, place }: { from: string; number: number; place: number }) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const [zoom, setZoom] = useState(1);
  const alt = t("judging.picture", { number, place });
  const open = (event: MouseEvent) => {
    event.preventDefault();
    dialog.current?.showModal();
  };
  return (
    <div>
      <a href={`${from}/large`} onClick={open} className="block cursor-zoom-in">
        <img
          src={`${from}/large`}
          alt={alt}
          className="max-h-[45dvh] w-full rounded-md bg-well object-contain min-[52rem]:max-h-[72dvh]"
        />
        <span className="mt-1 inline-flex min-h-11 items-center">{t("judging.zoom")}</span>
      </a>
      <dialog
        ref={dialog}
        aria-label={alt}
        className="m-0 h-dvh max-h-none w-dvw max-w-none bg-paper p-0 text-ink"
      >
        <div className="flex h-full flex-col">
          <div className="flex flex-wrap gap-2 border-b border-rule p-2">
            <Button type="button" onClick={() => dialog.current?.close()}>
              {t("judging.zoom.close")}
            </Button>
            <Button
              type="button"
              look="quiet"
              disabled={zoom === ZOOMS.length - 1}
              onClick={() => setZoom((at) => Math.min(at + 1, ZOOMS.length - 1))}
            >
              {t("judging.zoom.in")}
            </Button>
            <Button
              type="button"
              look="quiet"
              disabled={zoom === 0}
              onClick={() => setZoom((at) => Math.max(at - 1, 0))}
            >
              {t("judging.zoom.out")}
            </Button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it. */}
          <section aria-label={alt} tabIndex={0} className="min-h-0 flex-1 overflow-auto">
            <img
              src={`${from}/large`}
              alt=""
              loading="lazy"
              className={`max-w-none ${ZOOMS[zoom]}`}
            />
          </section>
        </div>
      </dialog>
    </div>
  );
}
