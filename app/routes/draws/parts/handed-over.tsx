import { useT } from "#app/platform/words/words.tsx";
import { ActWithReason } from "#app/site/act-with-reason.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { Badge } from "#app/ui/badge.tsx";

interface HandedOverProps {
  /** The field that says which win or turn it is of, and its number. */
  of: readonly [field: "win" | "turn", id: number];
  at: Date | null;
  /** That it is handed over. */
  said: string;
  /** What its taking back is of, for whoever cannot see where it stands. */
  undoes: string;
  /** A colleague takes it back. */
  isOwn: boolean;
  reply: FormReply | undefined;
}

/** A prize that somebody has, and the way to say that this was a mistake. */
export function HandedOver({ of, at, said, undoes, isOwn, reply }: HandedOverProps) {
  const t = useT();
  return (
    <div className="grid justify-items-start gap-2">
      <Badge tone="ok">{said}</Badge>
      {!isOwn && (
        <ActWithReason
          {...{ of, at, reply }}
          act="undo"
          words={{
            summary: t("drawKeeping.undo"),
            label: undoes,
            reason: t("drawKeeping.undo.reason"),
            send: t("drawKeeping.undo.send"),
          }}
        />
      )}
    </div>
  );
}
