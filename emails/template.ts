import type { ReactElement } from "react";
import type { LetterContext } from "./letter-context.ts";

/** A letter: what an inbox lists it by, and what it says. */
export type Template<Props> = {
  subject: (context: LetterContext, props: Props) => string;
  body: (context: LetterContext, props: Props) => ReactElement;
};
