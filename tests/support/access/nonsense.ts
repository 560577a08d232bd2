import { isRouteErrorResponse } from "@remix-run/react";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import type { FormSample } from "./form-samples/form-sample.ts";
import { FORM_SAMPLES } from "./form-samples/index.ts";
import { type Cast, type Persona, theCast } from "./personas.ts";
import { loadSiteRoutes, siteHandler } from "./site-routes.ts";

const ORIGIN = "http://club.marque.test";
/** What breaks texts. */
const NO_TEXT: Record<string, string[]> = {
  nothing: [],
  "an empty text": [""],
  "a character that no database keeps": ["Long enough\u0000 to be one"],
  "that character alone": ["\u0000"],
  "half a character": ["Long enough \ud83d to be one"],
  pictures: ["🚗🎉👩‍👩‍👧‍👦"],
  "a text without end": ["车".repeat(40_000)],
  "itself twice": ["1", "2"],
  "somebody's query": ["'; drop table person; --"],
};
const NO_NUMBER: Record<string, string[]> = {
  "a number below nought": ["-1"],
  "a number too great for anything": ["99999999999999999999"],
  "a number with a power": ["1e400"],
  "no number": ["NaN"],
};
const NO_DAY: Record<string, string[]> = {
  "a day that there is not": ["2026-02-30"],
  "a day before all others": ["0001-01-01"],
  "a day after all others": ["9999-12-31"],
};

/** What a field is spoilt with, by what stands there when it is filled in well; one that may be empty is any of them. */
function nonsenseFor(wellFilled: string): Record<string, string[]> {
  if (wellFilled === "") return { ...NO_TEXT, ...NO_NUMBER, ...NO_DAY };
  if (/^\d{4}-\d\d/.test(wellFilled)) return { ...NO_TEXT, ...NO_DAY };
  return /^-?[\d.,]+$/.test(wellFilled) ? { ...NO_TEXT, ...NO_NUMBER } : NO_TEXT;
}

/**
 * What a page has to draw in the field once more. Of the rest, which are so many characters like others, the answer of
 * the form alone is asked for, as a browser with scripts does: a page costs three times as much.
 */
const DRAWN: readonly string[] = [
  "nothing",
  "a character that no database keeps",
  "half a character",
  "a text without end",
  "itself twice",
];

let site: ReturnType<typeof siteHandler>;
let cast: Cast;
let unforeseen: unknown[] = [];
const cookies = new Map<Persona, string>();

/**
 * Tests each of these forms with nonsense in one field after the other. Call it in a file of tests, after
 * `testDatabase()`.
 */
export function spoilForms(samples: FormSample[]): void {
  beforeAll(async () => {
    site = siteHandler(await loadSiteRoutes(), (error) => {
      if (!isRouteErrorResponse(error)) unforeseen.push(error);
    });
    cast = await theCast();
    cookies.clear();
    await db().store.create({ data: { name: "湖畔一店" } });
  });

  describe("a form with nonsense in one of its fields is answered and never breaks the page", () => {
    test.each(samples.map((sample) => ({ sample, name: nameOf(sample) })))(
      "$name",
      async ({ sample }) => {
        const broken: string[] = [];
        for (const [field, wellFilled] of Object.entries(sample.fields(cast))) {
          for (const [what, values] of Object.entries(nonsenseFor(wellFilled))) {
            const { status } = await send(sample, field, values, DRAWN.includes(what));
            if (status >= 500 || unforeseen.length > 0) {
              broken.push(`${field}: ${what} (${status})`);
            }
            unforeseen = [];
          }
        }
        expect(broken).toEqual([]);
      },
    );
  });
}

function nameOf(sample: FormSample): string {
  const { as, path, fields } = sample;
  const anybody = {
    number: "0",
    carId: 0,
    coDriverId: 0,
    claimId: 0,
    carClaimId: 0,
    passkeyId: "",
    redemptionId: 0,
  };
  const gift = { id: 0, sku: "" };
  const nobody = {
    own: anybody,
    others: anybody,
    gift,
    event: { id: 0, slug: "" },
    staffId: 0,
    stockItemId: 0,
    importId: 0,
    day: { eventId: 0, token: "", endedToken: "" },
    draws: {},
    contests: {},
    albumView: {},
    results: {},
    judging: {},
    survey: {},
    certificates: {},
  } as unknown as Cast;
  return `${FORM_SAMPLES.indexOf(sample) + 1}. ${as}: ${path(nobody)} (${Object.keys(fields(nobody)).join(", ")})`;
}

let requests = 0;

async function send(
  sample: FormSample,
  field: string,
  values: string[],
  drawn: boolean,
): Promise<Response> {
  // How often one may try is another test's.
  await db().$executeRaw`delete from rate_limit`;
  const pairs = Object.entries(sample.fields(cast)).flatMap(([name, value]) =>
    (name === field ? values : [value]).map((each): [string, string] => [name, each]),
  );
  const body = sample.multipart ? filesForm(pairs) : new URLSearchParams(pairs);
  const cookie = cookies.get(sample.as) ?? (await cast.cookieOf(sample.as));
  cookies.set(sample.as, cookie);
  const headers = { Cookie: cookie, Origin: ORIGIN, Host: new URL(ORIGIN).host };
  const url = new URL(sample.path(cast), ORIGIN);
  if (!drawn) url.pathname = `${url.pathname === "/" ? "/_root" : url.pathname}.data`;
  requests++;
  const address = `10.3.${(requests >> 8) & 255}.${requests & 255}`;
  const response = await site(new Request(url, { method: "POST", headers, body }), {
    nonce: "",
    address,
  });
  await response.arrayBuffer();
  return response;
}

function filesForm(pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}
