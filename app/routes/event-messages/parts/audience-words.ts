import type { Audience } from "#app/modules/event-messages/audience.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";

/** An audience in words; a session's by the session's name. */
export function useAudienceWords(): (audience: Audience, session: InBoth | null) => string {
  const t = useT();
  const { locale } = useWords();
  return (audience, session) =>
    audience === "session"
      ? t("eventMessages.to.session", { name: session ? inLanguage(locale, session) : "–" })
      : t(`eventMessages.to.${audience}`);
}
