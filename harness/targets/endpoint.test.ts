import { expect, test } from "vitest";
import { openEndpoint } from "./endpoint.ts";

test("a made-up secret is no part of the names that a run gives, of which it would be blotted out", async () => {
	const secret = openEndpoint("http://127.0.0.1:1", {})?.session("case").credentials.secretAccessKey;
	expect(secret).toMatch(/./);
	expect("swf-conformance-0 workflow-0 activity-0 survey-0").not.toContain(secret);
});
