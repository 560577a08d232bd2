import type { LetterState } from "#app/modules/letters/letter-states.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const tones: Record<LetterState, BadgeTone> = {
  waiting: "warn",
  sending: "warn",
  sent: "ok",
  refused: "refusal",
  failed: "refusal",
  kept: "plain",
  stale: "plain",
};

/** What became of a letter, in a word. */
export function MailState({ state }: { state: LetterState }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`staff.mails.state.${state}`)}</Badge>;
}
