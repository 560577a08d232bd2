import type { ReactElement } from "react";
import type { LetterContext } from "../../../emails/letter-context.ts";
import {
  PointsDigest,
  type PointsDigestProps,
  pointsDigestSubject,
} from "../../../emails/points-digest.tsx";
import {
  PointsLapsing,
  type PointsLapsingProps,
  pointsLapsingSubject,
} from "../../../emails/points-lapsing.tsx";
import {
  SignInCode,
  type SignInCodeProps,
  signInCodeSubject,
} from "../../../emails/sign-in-code.tsx";
import { Welcome, type WelcomeProps, welcomeSubject } from "../../../emails/welcome.tsx";

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

export const templates: { [Name in TemplateName]: Template<LetterProps[Name]> } = {
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
