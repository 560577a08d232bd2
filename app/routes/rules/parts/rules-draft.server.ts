import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { draftDigest } from "#app/modules/rules/draft-digest.server.ts";
import { TermsForm } from "#app/modules/rules/forms.ts";
import { loadRulesBase, type RulesBase } from "#app/modules/rules/load-rules-page.server.ts";
import { previewRules } from "#app/modules/rules/preview-rules.server.ts";
import { ruleChanges } from "#app/modules/rules/rule-changes.ts";
import {
  type RuleErrors,
  readRulesForm,
  type Typed,
  typedOf,
} from "#app/modules/rules/rules-form.ts";
import type { VersionTerms } from "#app/modules/rules/version-start.ts";
import { db } from "#app/platform/db.server.ts";

export type Draft = {
  ok: true;
  typed: Typed;
  base: RulesBase;
  rules: ClubRules;
  terms: VersionTerms;
  intent: "preview" | "save";
  /** It is the draft whose preview the admin has seen. */
  previewed: boolean;
  seen: string;
};

type Unread = {
  ok: false;
  typed: Typed;
  ruleErrors: RuleErrors;
  /** By field, keys of words. */
  termErrors: Record<string, string[]>;
};

/** Reads a draft of the rules from its form. What a preview needs is only the rules, not yet a reason. */
export async function readDraft(body: FormData): Promise<Draft | Unread> {
  const typed = typedOf(body);
  const base = await loadRulesBase(db());
  const read = readRulesForm(typed, base.rules, base.digits);
  const terms = TermsForm.safeParse({ startsOn: typed.startsOn?.[0], note: typed.note?.[0] });
  if (!read.ok || !terms.success) {
    const termErrors: Unread["termErrors"] = {};
    for (const { path, message } of terms.error?.issues ?? []) {
      termErrors[String(path[0])] ??= [message];
    }
    return { ok: false, typed, ruleErrors: read.ok ? {} : read.errors, termErrors };
  }
  return {
    ok: true,
    typed,
    base,
    rules: read.rules,
    terms: terms.data,
    intent: typed.intent?.[0] === "save" ? "save" : "preview",
    previewed: typed.previewed?.[0] === draftDigest(read.rules, terms.data.startsOn),
    seen: typed.seen?.[0] ?? "",
  };
}

/** What a draft would have done, and the name by which it can be saved. */
export async function previewDraft({ base, rules, terms }: Draft, { again }: { again: boolean }) {
  const changes = ruleChanges(base.rules, rules);
  const result =
    changes.length === 0 ? null : await previewRules(db(), { before: base.rules, after: rules });
  return { changes, result, again, digest: draftDigest(rules, terms.startsOn) };
}
