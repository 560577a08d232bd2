import { useLocation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { DarkIcon, LightIcon, SystemIcon } from "#app/ui/icons.tsx";
import { LanguageSwitch, ThemeSwitch } from "#app/ui/preference-switch.tsx";
import { FootLinks } from "./foot-links.tsx";
import { type RootData, useRootData } from "./root-data.ts";

/** What everybody may read of the club, language and look: the foot of every page. */
export function ViewSwitches() {
  const t = useT();
  const { locale, theme, club } = useRootData() as RootData;
  const { pathname, search } = useLocation();
  const back = pathname + search;
  return (
    <>
      <FootLinks />
      {club.languages.length > 1 && (
        <LanguageSwitch
          legend={t("language.label")}
          action="/preferences"
          current={locale}
          back={back}
          options={[
            { value: "en", label: "English", lang: "en" },
            { value: "zh-CN", label: "中文", lang: "zh-CN" },
          ]}
        />
      )}
      <ThemeSwitch
        legend={t("theme.label")}
        action="/preferences"
        current={theme}
        back={back}
        options={[
          { value: "auto", label: t("theme.auto"), icon: <SystemIcon /> },
          { value: "light", label: t("theme.light"), icon: <LightIcon /> },
          { value: "dark", label: t("theme.dark"), icon: <DarkIcon /> },
        ]}
      />
    </>
  );
}
