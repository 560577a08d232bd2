import { useClub } from "#app/site/root-data.ts";
import { Named, named } from "#app/ui/named.tsx";

/** What a letter says it is about; the club's name in it keeps together. */
export function LetterSubject({ children }: { children: string }) {
  const club = useClub().name;
  return <Named>{children.replaceAll(club, named(club))}</Named>;
}
