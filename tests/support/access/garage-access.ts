import { type Call, deskAndAdmin, form, get, members, post } from "./calls.ts";

/** Cars: an owner has their own and those they drive along with; the desk decides whose a car is. */
export const GARAGE_ACCESS: Record<string, Call[]> = {
  "routes/garage/my/garage": [get("/my/garage", members(200))],
  "routes/garage/my/garage._index": [
    get("/my/garage", members(200)),
    post("/my/garage?index", form({}), members(404)),
    post(
      "/my/garage?index",
      ({ others }) => new URLSearchParams({ withdraw: String(others.carClaimId) }),
      members(404),
      "another's claim",
    ),
  ],
  "routes/garage/my/garage.add": [
    get("/my/garage/add", members(200)),
    post("/my/garage/add", form({ plate: "沪A1" }), members(400)),
  ],
  "routes/garage/my/garage.$carId": [
    get(({ own }) => `/my/garage/${own.carId}`, members(200), "own"),
    get(({ others }) => `/my/garage/${others.carId}`, members(404), "another's"),
    get("/my/garage/0", members(404), "none"),
    post(
      ({ own }) => `/my/garage/${own.carId}`,
      form({}),
      members(/^302 \/my\/garage\/\d+\?done=late$/),
      "own, which has not left",
    ),
    post(({ others }) => `/my/garage/${others.carId}`, form({}), members(404), "another's"),
  ],
  "routes/garage/my/garage.$carId_.odometer": [
    get(({ own }) => `/my/garage/${own.carId}/odometer`, members(200), "own"),
    get(({ others }) => `/my/garage/${others.carId}/odometer`, members(404), "another's"),
    post(({ own }) => `/my/garage/${own.carId}/odometer`, form({}), members(400), "own"),
    post(
      ({ own }) => `/my/garage/${own.carId}/odometer`,
      form({ void: "2147483647", reason: "A digit too many" }),
      members(404),
      "a reading that is none of theirs",
    ),
    post(
      ({ others }) => `/my/garage/${others.carId}/odometer`,
      form({ km: "1", day: "2026-01-01" }),
      members(404),
      "another's",
    ),
  ],
  "routes/garage/my/garage.$carId_.drivers": [
    get(({ own }) => `/my/garage/${own.carId}/drivers`, members(200), "own"),
    get(({ others }) => `/my/garage/${others.carId}/drivers`, members(404), "another's"),
    post(({ own }) => `/my/garage/${own.carId}/drivers`, form({}), members(400), "own"),
    post(
      ({ others }) => `/my/garage/${others.carId}/drivers`,
      form({ whom: "M00010009" }),
      members(404),
      "another's",
    ),
    post(
      ({ own }) => `/my/garage/${own.carId}/drivers`,
      ({ others }) => new URLSearchParams({ end: String(others.invitedDriverId) }),
      members(404),
      "another's co-driver",
    ),
  ],
  "routes/garage/my/garage.$carId_.replace": [
    get(({ own }) => `/my/garage/${own.carId}/replace`, members(200), "own"),
    get(({ others }) => `/my/garage/${others.carId}/replace`, members(404), "another's"),
    post(({ own }) => `/my/garage/${own.carId}/replace`, form({}), members(400), "own"),
    post(
      ({ others }) => `/my/garage/${others.carId}/replace`,
      form({ plate: "粤D12345" }),
      members(404),
      "another's",
    ),
  ],
  "routes/garage/my/garage.$carId_.sold": [
    get(({ own }) => `/my/garage/${own.carId}/sold`, members(200), "own"),
    get(({ others }) => `/my/garage/${others.carId}/sold`, members(404), "another's"),
    post(({ own }) => `/my/garage/${own.carId}/sold`, form({}), members(400), "own"),
    post(
      ({ others }) => `/my/garage/${others.carId}/sold`,
      form({ day: "2026-01-01" }),
      members(404),
      "another's",
    ),
  ],
  "routes/garage/my/garage.shared.$coDriverId": [
    get(({ own }) => `/my/garage/shared/${own.coDriverId}`, members(200), "own"),
    get(({ others }) => `/my/garage/shared/${others.coDriverId}`, members(404), "another's"),
    post(
      ({ others }) => `/my/garage/shared/${others.coDriverId}`,
      form({ answer: "accept" }),
      members(404),
      "another's invitation",
    ),
    post(
      ({ others }) => `/my/garage/shared/${others.coDriverId}`,
      form({ answer: "end" }),
      members(404),
      "another's driving along",
    ),
  ],
  "routes/garage/admin/cars._index": [get("/admin/cars", deskAndAdmin(200))],
  "routes/garage/admin/cars.$id": [
    get(({ others }) => `/admin/cars/${others.carClaimId}`, deskAndAdmin(200)),
    get("/admin/cars/999999", deskAndAdmin(404), "none"),
    post(
      ({ others }) => `/admin/cars/${others.carClaimId}`,
      form({ decision: "refuse" }),
      deskAndAdmin(400),
    ),
  ],
  "routes/garage/admin/members.$number.cars": [
    get(({ others }) => `/admin/members/${others.number}/cars`, deskAndAdmin(200)),
    get("/admin/members/M00000000/cars", deskAndAdmin(404), "none"),
    post(({ others }) => `/admin/members/${others.number}/cars`, form({}), deskAndAdmin(400)),
  ],
};
