import { log } from "./log.server.ts";

/** What whoever looks into an incident asks a log for (OWASP ASVS 5.0, 16.3). Never what was typed. */
export type SecurityEvent =
  | {
      event: "signed-in";
      person: number;
      method: string;
      secondFactor: boolean;
      address: string;
    }
  | { event: "second-factor-given"; person: number; kind: string; address: string }
  /** `person` is null where there is no such account. */
  | { event: "proof-refused"; proof: string; person: number | null; address: string }
  | { event: "forbidden"; person: number; method: string; path: string }
  | { event: "limit-reached"; limit: string };

/** Writes a line about who came in, who did not, and who asked for what is not theirs. */
export function noteSecurity(security: SecurityEvent): void {
  log().info({ security }, security.event);
}
