import { expect, test } from "vitest";
import { takesLongForm, takesUploads } from "./upload-paths.ts";

test.each([
  ["/api/v1/service-orders", true],
  ["/admin/imports", true],
  ["/admin/imports.data", true],
  ["/admin/imports/", true],
  ["/admin/imports/12", false],
  ["/admin/club/logo", true],
  ["/admin/club/logo.data", true],
  ["/admin/club", false],
  ["/admin/members/M00010009/claim", true],
  ["/admin/members/M00010009/claim.data", true],
  ["/admin/members/M00010009/visit", false],
  ["/my/claims/new", true],
  ["/my/claims/7", false],
  ["/sign-in", false],
  ["/", false],
])("%s takes files: %s", (path, takes) => {
  expect(takesUploads(path)).toBe(takes);
});

test.each([
  ["/admin/events/7", true],
  ["/admin/events/7.data", true],
  ["/admin/events/7/cover", false],
  ["/admin/events/new", false],
  ["/admin/gifts/7", false],
])("%s has a form of long texts: %s", (path, takes) => {
  expect(takesLongForm(path)).toBe(takes);
});
