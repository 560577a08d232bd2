import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { ButtonLink } from "#app/ui/button.tsx";

export default function Welcome() {
  const t = useT();
  const club = useClub();
  return (
    <>
      <h1>{club.name}</h1>
      <p>{t("club.lead")}</p>
      <ButtonLink to="/sign-in">{t("nav.signIn")}</ButtonLink>
    </>
  );
}
