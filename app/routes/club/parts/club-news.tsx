import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What the pages of the club's settings can have just done. */
export const CLUB_DONE = ["saved", "store", "logo"] as const;
/** Why they can have refused it. */
export const CLUB_REFUSED = [
  "mistakes",
  "changed-meanwhile",
  "money-on-file",
  "store-name",
  "store-known",
  "store-hours",
  "no-picture",
  "not-a-picture",
  "too-large",
  "busy",
] as const;

interface ClubNewsProps {
  done: (typeof CLUB_DONE)[number] | null;
  refused: (typeof CLUB_REFUSED)[number] | null;
}

/** What has just become of the club's settings, or why nothing has. */
export function ClubNews({ done, refused }: ClubNewsProps) {
  const t = useT();
  if (!done && !refused) return null;
  return (
    <div className="mb-6">
      {refused ? (
        <Notice tone="refusal" title={t("club.refused")}>
          {t(`club.refused.${refused}`)}
        </Notice>
      ) : (
        done && <Notice tone="ok">{t(`club.done.${done}`)}</Notice>
      )}
    </div>
  );
}
