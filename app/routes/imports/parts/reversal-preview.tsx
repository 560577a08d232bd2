import type { ImportKind } from "#app/modules/imports/import-run.ts";
import type { ReversalPreview } from "#app/modules/imports/reversal-preview.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What taking an import back would do, before anybody says yes to it. */
export function ReversalPreviewFacts({
  kind,
  preview,
}: {
  kind: ImportKind;
  preview: ReversalPreview;
}) {
  const t = useT();
  const figures = useFigures();
  const { removed, restored, kept, pointsTakenBack, pointsAdded, members, debt, letters } = preview;
  return (
    <>
      <KeyValue
        facts={[
          { label: t(`staff.reversal.preview.removed.${kind}`), value: figures.points(removed) },
          { label: t(`staff.reversal.preview.restored.${kind}`), value: figures.points(restored) },
          { label: t("staff.reversal.preview.kept"), value: figures.points(kept) },
          { label: t("staff.reversal.preview.points"), value: figures.change(-pointsTakenBack) },
          { label: t("staff.reversal.preview.added"), value: figures.change(pointsAdded) },
          { label: t("staff.reversal.preview.members"), value: figures.points(members) },
          { label: t("staff.reversal.preview.letters"), value: figures.points(letters) },
        ]}
      />
      {debt > 0 && (
        <div className="mt-5">
          <Notice tone="warn" announce={false}>
            {t("staff.reversal.preview.debt", { points: figures.points(debt) })}
          </Notice>
        </div>
      )}
    </>
  );
}
