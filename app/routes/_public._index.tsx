import { useRouteLoaderData } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import type { RootData } from "#app/root.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

export default function Welcome() {
  const t = useT();
  const { club } = useRouteLoaderData("root") as RootData;
  return (
    <>
      <h1>{club.name}</h1>
      <p>{t("club.lead")}</p>
      <ButtonLink to="/sign-in">{t("nav.signIn")}</ButtonLink>
    </>
  );
}
