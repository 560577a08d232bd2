import { Fragment } from "react";

/** A name, for a sentence that `Named` shows: between the marks by which Unicode sets text apart. */
export function named(name: string): string {
  return `\u2068${name}\u2069`;
}

/**
 * A sentence with names in it, each of them in a `<bdi>`: of its own direction, and in a heading in one line as
 * long as there is one that it fits in.
 */
export function Named({ children }: { children: string }) {
  return children
    .split(/[\u2068\u2069]/)
    .map((piece, place) =>
      place % 2 === 1 ? (
        <bdi key={`${place}-${piece}`}>{piece}</bdi>
      ) : (
        <Fragment key={`${place}-${piece}`}>{piece}</Fragment>
      ),
    );
}
