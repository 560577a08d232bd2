import { expect, test } from "vitest";
import { takesUploads } from "./upload-paths.ts";

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
