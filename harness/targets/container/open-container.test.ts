import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settingsOfImage, settingsOfPreset } from "./open-container.ts";
import { presetNames, presets } from "./presets.ts";

test("moto's preset is the version that the lanes install", () => {
	expect(presets.moto.tag).toBe(readFileSync(".ci/moto-version", "utf8").trim());
});

test.each(presetNames)("the preset %s is pinned to a release, by a tag that does not move", (name) => {
	expect(presets[name].tag).toMatch(/^\d+\.\d+\.\d+$/);
});

test("a preset is started with its own settings, and with what is said on top of them", () => {
	expect(settingsOfPreset("localstack", {}, { LOCALSTACK_AUTH_TOKEN: "token", OTHER: "x" })).toEqual({
		...{ image: `localstack/localstack:${presets.localstack.tag}`, port: 4566, concurrency: 1, startupSeconds: 60 },
		...{ readiness: { kind: "http", path: "/_localstack/health" } },
		environment: { SERVICES: "swf", DISABLE_EVENTS: "1", LOCALSTACK_AUTH_TOKEN: "token" },
	});
	expect(settingsOfPreset("moto", { port: 80, environment: { A: "b" }, startupSeconds: 5 }, {})).toMatchObject({
		...{ port: 80, environment: { A: "b" }, startupSeconds: 5, concurrency: 1 },
	});
});

test("a preset can be had in another version", () => {
	expect(settingsOfPreset("moto:5.1.0", {}, {})?.image).toBe("motoserver/moto:5.1.0");
});

test.each(["moto:", "motorway", "moto:1:2", "image", "constructor"])("%s is no preset", (text) => {
	expect(settingsOfPreset(text, {}, {})).toBeUndefined();
});

test("an image is started as it is, waiting for its port", () => {
	expect(settingsOfImage("image:localhost:5000/swf@sha256:12", {})).toEqual({
		...{
			image: "localhost:5000/swf@sha256:12",
			environment: {},
			readiness: { kind: "port" },
			startupSeconds: 60,
			concurrency: 4,
		},
	});
});

test.each(["image:", "image: x", "image:a b", "image:-flag"])("%s names no image", (text) => {
	expect(settingsOfImage(text, {})).toBeUndefined();
});
