import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { loadClub } from "./modules/club/load-club.server.ts";
import { loadRuleBook } from "./modules/rulebook/load-rule-book.server.ts";
import { programmeTitles } from "./modules/rulebook/programme-name.ts";
import { appOrigin } from "./platform/env.server.ts";
import { useNonce } from "./platform/nonce.ts";
import { readPreferences } from "./platform/preferences.server.ts";
import { isStripeTest } from "./platform/stripe.server.ts";
import { packedCatalog } from "./platform/words/catalogs.server.ts";
import { enabledLocales } from "./platform/words/enabled-locales.server.ts";
import { WordsProvider } from "./platform/words/words.tsx";
import { DistanceNotice } from "./site/distance-notice.tsx";
import { FocusWrong } from "./site/focus-wrong.tsx";
import { FramedError } from "./site/framed-error.tsx";
import { type RootData, useRootData } from "./site/root-data.ts";
import { TestPayments } from "./site/test-payments.tsx";
import { fontPreloads } from "./ui/fonts.ts";
import stylesheet from "./ui/tailwind.css?url";

export const links: LinksFunction = () => [
  ...fontPreloads,
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icons/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.club.name ?? "Marque" },
];

/** Open to everybody: language, look and the club's name; nothing of a person. */
export async function loader({ request }: LoaderFunctionArgs): Promise<RootData> {
  const [{ locale, theme }, club, book] = await Promise.all([
    readPreferences(request),
    loadClub(),
    loadRuleBook(),
  ]);
  return {
    locale,
    theme,
    club: {
      name: locale === "zh-CN" ? club.nameZh : club.name,
      timeZone: club.timeZone,
      currency: club.currency,
      demo: club.demo,
      logo: club.logoId === null ? null : `/logo/${club.logoId}`,
      languages: enabledLocales(),
      programmes: programmeTitles(book, locale),
      englishStores: locale === "en" ? club.englishStores : {},
    },
    testPayments: isStripeTest(),
    passkeyHost: new URL(appOrigin()).hostname,
    words: packedCatalog(locale, ["common"]),
  };
}

/**
 * The frame changes with language and look, with the club's own name and logo, and with what it
 * calls its card programmes: by the forms that post them.
 */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs): boolean {
  return /^\/(preferences|admin\/club|admin\/rules)/.test(formAction ?? "");
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRootData();
  const nonce = useNonce();
  return (
    <html lang={data?.locale ?? "en"} data-theme={data?.theme === "auto" ? undefined : data?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f5f1e7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#151716" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { locale, club, words, testPayments } = useLoaderData<typeof loader>();
  return (
    <WordsProvider
      locale={locale}
      timeZone={club.timeZone}
      currency={club.currency}
      messages={words}
    >
      {testPayments && <TestPayments />}
      <Outlet />
      <DistanceNotice />
      <FocusWrong />
    </WordsProvider>
  );
}

/** Where not even a layout stands. */
export function ErrorBoundary() {
  return <FramedError />;
}
