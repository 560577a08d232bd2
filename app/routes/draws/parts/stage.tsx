import { Link, useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { showEntryNumber } from "#app/modules/draws/entry-number.ts";
import type { StageDraw } from "#app/modules/draws/load-stage.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { useStage } from "./use-stage.ts";

/** Lays a dialog over the page, out of reach of the keyboard below it. Without scripts it stands in the page. */
function useWholeScreen() {
  const whole = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = whole.current;
    if (!dialog || dialog.matches(":modal")) return;
    dialog.removeAttribute("open");
    dialog.showModal();
  }, []);
  return whole;
}

/** A draw before people: the whole screen, one winner a press. */
export function Stage({ stage }: { stage: StageDraw }) {
  const { t, locale } = useWords();
  const { wins, turning } = stage;
  const { shown, waiting, forward, back } = useStage(wins.length, turning);
  const win = wins[shown - 1];
  const leave = useNavigate();
  const whole = useWholeScreen();
  const isLast = shown === wins.length && !waiting;
  return (
    <dialog
      ref={whole}
      open
      aria-label={t("drawKeeping.stage")}
      onClose={(event) => !event.currentTarget.open && leave(`/admin/draws/${stage.id}`)}
      className="m-0 flex h-dvh max-h-none w-dvw max-w-none flex-col overflow-auto border-0 bg-paper p-6 text-center text-ink sm:p-12"
    >
      <h1 className="text-[clamp(1.75rem,4vw,4rem)] leading-tight">
        {inLanguage(locale, stage.title)}
      </h1>
      <div className="flex flex-1 flex-col items-center justify-center gap-6 py-8">
        {win ? (
          <>
            <p className="text-[clamp(1.25rem,3vw,2.75rem)] leading-tight text-ink-soft">
              {t("drawKeeping.stage.prize", {
                place: shown,
                of: wins.length,
                prize: inLanguage(locale, win.prize),
              })}
            </p>
            <p
              aria-hidden={waiting !== null}
              className="figure text-[clamp(2.5rem,11vw,11rem)] leading-none whitespace-nowrap"
            >
              {waiting
                ? waiting.number === null
                  ? "····-····"
                  : showEntryNumber(waiting.number)
                : showEntryNumber(win.entry)}
            </p>
            <p role="status" className="min-h-[1.5em] text-[clamp(1.25rem,3vw,2.75rem)]">
              {waiting ? t("drawKeeping.stage.waiting") : (win.name ?? "")}
            </p>
          </>
        ) : (
          <BeforeFirst stage={stage} />
        )}
      </div>
      <div className="flex flex-wrap justify-center gap-3">
        <Button type="button" look="quiet" disabled={shown === 0} onClick={back}>
          {t("drawKeeping.stage.back")}
        </Button>
        <Button type="button" disabled={wins.length === 0 || isLast} onClick={forward}>
          {t(shown === 0 ? "drawKeeping.stage.begin" : "drawKeeping.stage.next")}
        </Button>
        <Link to={`/admin/draws/${stage.id}`} className="button button-quiet">
          {t("drawKeeping.stage.leave")}
        </Link>
      </div>
      <p className="mt-4 text-ink-soft">
        {isLast && shown > 0
          ? t("drawKeeping.stage.all", { address: `/draws/${stage.slug}` })
          : t("drawKeeping.stage.keys")}
      </p>
    </dialog>
  );
}

/** How many are in, and what was promised, before the first number. */
function BeforeFirst({ stage }: { stage: StageDraw }) {
  const { t } = useWords();
  const { points } = useFigures();
  return (
    <>
      <p className="figure text-[clamp(2.5rem,11vw,11rem)] leading-none">{points(stage.entries)}</p>
      <p className="text-[clamp(1.25rem,3vw,2.75rem)] leading-tight">
        {t(`drawKeeping.stage.${stage.state}`)}
      </p>
      <p className="max-w-3xl font-mono text-[clamp(0.75rem,1.4vw,1.25rem)] break-all text-ink-soft">
        {stage.fingerprint}
      </p>
    </>
  );
}
