import type { ThanksPage } from "#app/modules/event-thanks/load-thanks.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useAskAgain } from "#app/site/use-ask-again.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";

export type ShownThanks = Omit<ThanksPage, "from"> & { from: Date | string | null };

/** Whom the thanks reach, and how far they are; while they are written, the page looks again by itself. */
export function ThanksState({ page }: { page: ShownThanks }) {
  const t = useT();
  const { points, moment } = useFigures();
  const { state, album, from, came, reachable, withPicture, noted, lettered } = page;
  const isSending = state === "sending";
  useAskAgain({ isAsked: isSending });
  return (
    <>
      <KeyValue
        layout="pairs"
        facts={[
          { label: t("eventThanks.came"), value: points(came) },
          { label: t("eventThanks.reachable"), value: points(reachable) },
          { label: t("eventThanks.withPicture"), value: points(withPicture) },
          { label: t("eventThanks.album"), value: t(`eventThanks.album.${album ?? "none"}`) },
          {
            label: t("eventThanks.state"),
            value:
              state === null
                ? from
                  ? t("eventThanks.from", { moment: moment(from) })
                  : t("eventThanks.state.none")
                : t(`eventThanks.state.${state}`, { count: lettered }),
          },
        ]}
      />
      {isSending && (
        <ProgressBar
          id="thanks-progress"
          label={t("eventThanks.progress")}
          status={t("eventThanks.progress.of", { noted, came })}
          value={noted}
          max={came}
        />
      )}
    </>
  );
}
