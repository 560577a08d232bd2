import { programmeName } from "#app/modules/rulebook/programme-name.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "./root-data.ts";

/** Says a card programme in the reader's words. */
export function useProgrammeName(): (programme: string) => string {
  const t = useT();
  const { programmes } = useClub();
  return (programme) => programmeName(programme, t, programmes);
}
