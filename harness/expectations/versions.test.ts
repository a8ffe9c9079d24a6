import { expect, test } from "vitest";
import { isAmong, tagOf } from "./versions.ts";

test.each([
	["5.2.5", "<5.3", true],
	["5.2.5", "5.2.x", true],
	["v5.2.5", ">=5.2.4 <5.2.6", true],
	["5.2.5", "^4 || ^5.1", true],
	["5.2.5", "5.2.5", true],
	["5.2.5", "5.3", false],
	["5.2.5", "latest", false],
	["latest", "<5.3", false],
	["latest", "latest", true],
	["2024-11", "2024-11", true],
])("version %s among %s: %s", (version, range, expected) => {
	expect(isAmong(["1.0.0", range], version)).toBe(expected);
});

test.each([
	["motoserver/moto:5.2.5", "5.2.5"],
	["example.org:5000/moto", undefined],
	["example.org:5000/moto:1@sha256:00ff", "1"],
	["moto@sha256:00ff", undefined],
])("the tag of %s is %s", (image, tag) => {
	expect(tagOf(image)).toBe(tag);
});
