import { render, toPlainText } from "@react-email/components";
import type { ReactElement } from "react";
import type { LetterContext } from "./letter-context.ts";
import { PointsDigest, type PointsDigestProps, pointsDigestSubject } from "./points-digest.tsx";
import { PointsLapsing, type PointsLapsingProps, pointsLapsingSubject } from "./points-lapsing.tsx";
import { SignInCode, type SignInCodeProps, signInCodeSubject } from "./sign-in-code.tsx";
import { Welcome, type WelcomeProps, welcomeSubject } from "./welcome.tsx";

/** What each letter needs to be written. Kept as JSON until it is sent. */
export type LetterProps = {
  "sign-in-code": SignInCodeProps;
  welcome: WelcomeProps;
  "points-digest": PointsDigestProps;
  "points-lapsing": PointsLapsingProps;
};
export type TemplateName = keyof LetterProps;

type Template<Props> = {
  subject: (context: LetterContext, props: Props) => string;
  body: (context: LetterContext, props: Props) => ReactElement;
};

const templates: { [Name in TemplateName]: Template<LetterProps[Name]> } = {
  "sign-in-code": {
    subject: signInCodeSubject,
    body: (context, props) => <SignInCode context={context} props={props} />,
  },
  welcome: {
    subject: welcomeSubject,
    body: (context, props) => <Welcome context={context} props={props} />,
  },
  "points-digest": {
    subject: pointsDigestSubject,
    body: (context, props) => <PointsDigest context={context} props={props} />,
  },
  "points-lapsing": {
    subject: pointsLapsingSubject,
    body: (context, props) => <PointsLapsing context={context} props={props} />,
  },
};

export const isTemplateName = (name: string): name is TemplateName => name in templates;

/** Statements keep their columns, and nobody is shouted at. */
const PLAIN_TEXT: Parameters<typeof toPlainText>[1] = {
  selectors: [
    { selector: "table.lines", format: "dataTable", options: { colSpacing: 3 } },
    { selector: "h1", options: { uppercase: false } },
  ],
};

/** A letter as a mail program gets it. */
export type ComposedLetter = { subject: string; html: string; text: string };

/** Puts a letter into words: the same ones as a page and as plain text. */
export async function composeLetter<Name extends TemplateName>(
  name: Name,
  context: LetterContext,
  props: LetterProps[Name],
): Promise<ComposedLetter> {
  const { subject, body } = templates[name];
  // React 18 leaves NULs between Chinese characters, two kilobytes apart: see whole-page.server.ts.
  const html = (await render(body(context, props))).replaceAll("\0", "");
  return { subject: subject(context, props), html, text: toPlainText(html, PLAIN_TEXT) };
}
