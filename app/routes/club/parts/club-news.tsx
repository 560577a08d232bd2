import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

const DONE = ["saved", "store", "logo"] as const;
const REFUSED = [
  "mistakes",
  "changed-meanwhile",
  "money-on-file",
  "store-name",
  "store-known",
  "no-picture",
  "not-a-picture",
  "too-large",
] as const;

/** What has just become of the club's settings, or why nothing has. */
export function ClubNews({ done, refused }: { done: string | null; refused: string | null }) {
  const t = useT();
  const news = DONE.find((each) => each === done);
  const refusal = REFUSED.find((each) => each === refused);
  if (!news && !refusal) return null;
  return (
    <div className="mb-6">
      {refusal ? (
        <Notice tone="refusal" title={t("club.refused")}>
          {t(`club.refused.${refusal}`)}
        </Notice>
      ) : (
        news && <Notice tone="ok">{t(`club.done.${news}`)}</Notice>
      )}
    </div>
  );
}
