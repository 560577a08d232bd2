import { describe, expect, test } from "vitest";
import { archiveName, fileNameFor } from "./archive-name.ts";

describe("a picture's name on a disk", () => {
  test.each([
    ["the ending says what it holds now", "IMG_0001.JPG", "IMG_0001.webp"],
    ["folders go, of any system", "C:\\Users\\lin\\..\\DSC 1.jpeg", "DSC 1.webp"],
    ["there is no way up", "../../etc/passwd", "passwd.webp"],
    ["only dots are no name", "...", "picture.webp"],
    ["nothing is no name", "", "picture.webp"],
    ["a folder is no name", "photos/", "picture.webp"],
    ["a device of Windows", "CON.jpg", "picture-CON.webp"],
    ["a device with an ending of its own", "nul.tar.gz.jpg", "picture-nul.tar.gz.webp"],
    ["a device with blanks before the ending", "com1 .jpg", "picture-com1.webp"],
    ["a device in small letters, with a raised digit", "lpt².png", "picture-lpt².webp"],
    ["what only begins like one", "CONCERT.jpg", "CONCERT.webp"],
    ["a second stream of a file", "a.jpg:hidden.exe", "a.jpg_hidden.webp"],
    ["signs that Windows refuses", 'who<is>"this"|what?*.jpg', "who_is__this__what__.webp"],
    ["dots and blanks at the end", "lake. . .jpg", "lake.webp"],
    ["a hidden file is seen", ".DS_Store", "DS_Store.webp"],
    ["an option of a program is a name", "-rf.jpg", "rf.webp"],
    ["signs that turn the line around", "photo\u202Egpj.exe", "photogpj.webp"],
    ["line ends", "a\nb\r.jpg", "ab.webp"],
    ["Chinese stays", "春游 · 湖边.heic", "春游 · 湖边.webp"],
    ["rare characters stay whole", "𠮷野家.jpg", "𠮷野家.webp"],
    ["an accent is one sign, however it was typed", "Ame\u0301lie.jpg", "Am\u00e9lie.webp"],
  ])("%s", (_case, given, expected) => {
    expect(fileNameFor(given, "image/webp")).toBe(expected);
  });

  test("a long one is cut between characters", () => {
    const name = fileNameFor(`${"𠮷".repeat(300)}.jpg`, "image/webp");
    expect(name).toBe(`${"𠮷".repeat(80)}.webp`);
  });
});

describe("names in an archive", () => {
  test("no two are one, whatever they were and however letters count", () => {
    const given = [
      "a.jpg",
      "A.JPG",
      "a.jpeg",
      "x/a.jpg",
      "",
      "",
      "CON",
      "con.png",
      "ß.jpg",
      "SS.jpg",
    ];
    const names = given.map((name, at) => archiveName(at + 1, given.length, name, "image/webp"));
    expect(new Set(names.map((name) => name.toUpperCase().normalize("NFKC"))).size).toBe(
      given.length,
    );
    for (const name of names) expect(name).not.toMatch(/[\\/:]|^\.|\.$/);
  });

  test("sorted by name they are in the album's order", () => {
    const names = Array.from({ length: 1_200 }, (_, at) =>
      archiveName(at + 1, 1_200, `${1_200 - at}.jpg`, "image/webp"),
    );
    expect([...names].sort()).toEqual(names);
    expect(names[0]).toBe("0001-1200.webp");
    expect(archiveName(7, 40, "a.jpg", "image/jpeg")).toBe("007-a.jpg");
  });
});
