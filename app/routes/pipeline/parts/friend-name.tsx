import { useT } from "#app/platform/words/words.tsx";

/** A friend's name, or that they asked to be forgotten. */
export function FriendName({ name }: { name: string | null }) {
  const t = useT();
  return name === null ? t("pipeline.forgotten") : <bdi>{name}</bdi>;
}
