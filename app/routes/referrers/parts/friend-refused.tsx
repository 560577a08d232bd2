import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { FriendFormReply } from "./friend-request.server.ts";

type Refused = NonNullable<FriendFormReply["refused"]>;

interface FriendRefusedProps {
  reply: FriendFormReply | undefined;
  /** Why somebody is not taken, as the reader of this page may learn it. */
  wordsOf: (refused: Exclude<Refused, "too-many">, t: Translate) => string;
}

/** Why a friend was not taken, in a sentence. */
export function FriendRefused({ reply, wordsOf }: FriendRefusedProps) {
  const t = useT();
  if (!reply) return null;
  const { refused, minutes } = reply;
  if (refused === null) {
    return (
      <div className="mb-5">
        <Notice tone="refusal">{t("referrers.mistakes")}</Notice>
      </div>
    );
  }
  const words =
    refused === "too-many" ? t("referrers.refused.too-many", { minutes }) : wordsOf(refused, t);
  return (
    <div className="mb-5">
      <Notice
        tone={refused === "too-many" ? "refusal" : "warn"}
        title={t(refused === "too-many" ? "referrers.notYet" : "referrers.notTaken")}
      >
        {words}
        {refused === "known" && (
          <>
            {" "}
            <a href="/about/contact">{t("referrers.refused.ask")}</a>
          </>
        )}
      </Notice>
    </div>
  );
}
