import { type Cast, PERSONAS, type Persona } from "./personas.ts";

/** What a persona gets: a status, or a redirect and where to. */
export type Outcome = number | `302 ${string}` | RegExp;
export type Answers = Record<Persona, Outcome>;

export type Call = {
  /** Whose or which thing is asked for, where there are several. */
  of?: string;
  method: "GET" | "POST";
  path: (cast: Cast) => string;
  body?: (cast: Cast) => URLSearchParams | FormData;
  answers: Answers;
  /** Over the site, where the loader of the action's own page sends on what the action refused. */
  onSite?: Answers;
};

const STAFF = ["desk", "events", "gifts", "sales", "finance", "admin"] as const;

/** Led to the page where one signs in. */
const SIGN_IN: Outcome = /^302 \/sign-in(\?|$)/;

export const answers = (of: (persona: Persona) => Outcome): Answers =>
  Object.fromEntries(PERSONAS.map((persona) => [persona, of(persona)])) as Answers;

export const everybody = (outcome: Outcome) => answers(() => outcome);

/** Staff without a second factor are led to where they set one up, whatever they ask for as staff. */
const SET_UP: Outcome = "302 /security";

export const only = (allowed: readonly Persona[], outcome: Outcome) =>
  answers((persona) => {
    if (persona === "nobody") return SIGN_IN;
    if (persona === "admin without a second factor") {
      return allowed.some((each) => STAFF.some((role) => role === each)) ? SET_UP : 403;
    }
    if (allowed.includes(persona)) return outcome;
    return persona === "referrer" && allowed.includes("silver") ? "302 /my/referrals" : 403;
  });

export const members = (outcome: Outcome) => only(["silver"], outcome);
/** Members, and whoever recommends friends without being one. */
export const referrers = (outcome: Outcome) => only(["silver", "referrer"], outcome);
export const staff = (outcome: Outcome) => only(STAFF, outcome);
/** Whoever hands gifts out. */
export const giftServers = (outcome: Outcome) => only(["desk", "gifts", "admin"], outcome);
/** Whoever sees what was taken. */
export const giftReaders = (outcome: Outcome) =>
  only(["desk", "gifts", "finance", "admin"], outcome);
export const deskAndAdmin = (outcome: Outcome) => only(["desk", "admin"], outcome);

export const get = (path: string | Call["path"], answers: Answers, of?: string): Call => ({
  of,
  method: "GET",
  path: typeof path === "string" ? () => path : path,
  answers,
});

export const post = (
  path: string | Call["path"],
  body: Call["body"],
  answers: Answers,
  of?: string,
): Call => ({ ...get(path, answers, of), method: "POST", body });

/** A page for those who are on their way in; whoever is in already goes on. */
export const onTheWayIn = (outcome: Outcome) =>
  answers((persona) => {
    if (persona === "nobody") return outcome;
    if (persona === "referrer") return "302 /my/referrals";
    return persona === "silver" ? "302 /my" : "302 /admin";
  });

export const form =
  (fields: Record<string, string>): Call["body"] =>
  () =>
    new URLSearchParams(fields);

export const aFile =
  (kind: "members" | "service-orders"): Call["body"] =>
  () => {
    const sent = new FormData();
    sent.set("kind", kind);
    sent.set("dryRun", "on");
    sent.set("file", new File(["member_number\n"], "file.csv"));
    return sent;
  };
