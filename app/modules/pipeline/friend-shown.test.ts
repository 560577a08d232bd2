import { expect, test } from "vitest";
import { friendShown, worksWith } from "./friend-shown.ts";

const friend = {
  name: "Bo Lin",
  phone: "+8613912345678",
  email: "bo@marque.test",
  note: "Likes red",
};

test("the consultant and admins work with a lead; of an unassigned one nobody but admins", () => {
  const consultant = { id: 7, isAdmin: false };
  expect(worksWith(consultant, 7)).toBe(true);
  expect(worksWith(consultant, 8)).toBe(false);
  expect(worksWith(consultant, null)).toBe(false);
  expect(worksWith({ id: 9, isAdmin: true }, null)).toBe(true);
});

test("who does not work with it reads the name, and nothing by which the friend is reached", () => {
  expect(friendShown(friend, true)).toEqual({ ...friend, whole: true });
  expect(friendShown(friend, false)).toEqual({
    name: "Bo Lin",
    phone: "+86 ••• 5678",
    email: "b•••@marque.test",
    note: "",
    whole: false,
  });
});

test("who was forgotten cannot be rung by anybody", () => {
  const gone = { name: null, phone: null, email: null, note: "" };
  expect(friendShown(gone, true)).toEqual({ ...gone, whole: false });
});
