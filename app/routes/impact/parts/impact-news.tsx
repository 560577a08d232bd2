import type { EventImpact } from "#app/modules/impact/impact-of-event.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ImpactReply } from "./impact-request.server.ts";

interface ImpactNewsProps {
  done: "saved" | "nothing" | null;
  count: number;
  reply: ImpactReply | undefined;
  impact: EventImpact | null;
}

/** What became of the form of counts, and what there is to know before typing into it. */
export function ImpactNews({ done, count, reply, impact }: ImpactNewsProps) {
  const t = useT();
  return (
    <div id="news" className="mb-6 grid gap-4 empty:hidden">
      {reply ? (
        <Notice tone="refusal" title={t("impact.refused.title")}>
          {t(`impact.refused.${reply.refusal}`)}
        </Notice>
      ) : (
        done && (
          <Notice tone={done === "saved" ? "ok" : "info"}>
            {t(`impact.done.${done}`, { count })}
          </Notice>
        )
      )}
      {impact?.isOtherwise && <Notice tone="warn">{t("impact.otherwise")}</Notice>}
    </div>
  );
}
