import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { redactHeaders, redactText } from "./redact.ts";

const keyId = "AKIAIOSFODNN7EXAMPLE";
const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const token = "FwoGZXIvYXdzEBYaDCanary+Token/With=Signs==";

test("headers that carry secrets keep their name and lose their value, however they are spelled", () => {
	const headers = { Authorization: "Bearer x", "X-Amz-Security-Token": token, "set-cookie": "a=b", "x-amzn-authorization": "y" };
	expect(redactHeaders(headers)).toEqual({
		Authorization: "[redacted]",
		"X-Amz-Security-Token": "[redacted]",
		"set-cookie": "[redacted]",
		"x-amzn-authorization": "[redacted]",
	});
});

test("other headers are left alone, but for secrets within them", () => {
	expect(redactHeaders({ "x-amz-target": "SimpleWorkflowService.ListDomains", location: "/?X-Amz-Signature=0a1b&x=1" })).toEqual({
		"x-amz-target": "SimpleWorkflowService.ListDomains",
		location: "/?X-Amz-Signature=[redacted]&x=1",
	});
});

test.each([
	[
		"a SigV4 header",
		`AWS4-HMAC-SHA256 Credential=${keyId}/20260102/us-east-1/swf/aws4_request, SignedHeaders=host, Signature=0a1b2c`,
		"0a1b2c",
	],
	[
		"a presigned address",
		`https://x/?X-Amz-Credential=${keyId}%2F20260102&X-Amz-Security-Token=${encodeURIComponent(token)}`,
		"FwoGZXIv",
	],
	["an address within an address", "https://x/?to=y%3FX-Amz-Signature%3D0a1b2c", "0a1b2c"],
	["a bare access key id", `no such key: ${keyId}.`, keyId],
	["a temporary key id in a word", `key_ASIAIOSFODNN7EXAMPLE`, "ASIAIOSFODNN7EXAMPLE"],
	["a credentials file", `aws_access_key_id = ${keyId}\naws_secret_access_key = ${secret}\naws_session_token=${token}`, secret],
	["a JSON answer", JSON.stringify({ SecretAccessKey: secret, SessionToken: token }), secret],
	["JSON within JSON", JSON.stringify({ message: JSON.stringify({ secretAccessKey: secret }) }), secret],
	["JSON with escaped slashes", `{"sessionToken":"${token.replaceAll("/", "\\/").replaceAll("=", "\\u003d")}"}`, "Signs"],
	["an XML answer", `<SecretAccessKey>${secret}</SecretAccessKey>`, secret],
	[
		"a header echoed as JSON",
		JSON.stringify({ headers: { Authorization: "Bearer c4n4ry secret", Cookie: "s=c4n4ry" } }),
		"c4n4ry",
	],
	["a header echoed as a list", JSON.stringify({ Authorization: ["Bearer c4n4ry"] }), "c4n4ry"],
	["a canonical request", `host:x\nx-amz-security-token:${token}\n\nhost`, "FwoGZXIv"],
])("%s loses its secret", (_, text, canary) => {
	expect(text).toContain(canary);
	expect(redactText(text)).not.toContain(canary);
	expect(redactText(text)).toContain("[redacted]");
});

test("what follows a secret stays", () => {
	expect(redactText(`Credential=${keyId}/x, SignedHeaders=host;x-amz-date, Signature=0a1b`)).toBe(
		"Credential=[redacted], SignedHeaders=host;x-amz-date, Signature=[redacted]",
	);
	expect(redactText('{"sessionToken":"abc","domain":"d"}')).toBe('{"sessionToken":"[redacted]","domain":"d"}');
});

test("SWF's own words are not taken for secrets", () => {
	const text =
		'{"taskToken":"AAAAKgAAAAIAAAAA","nextPageToken":"abc","activityId":"signature","message":"Authorization header is missing"}';
	expect(redactText(text)).toBe(text);
});

test("a secret that the caller holds is found without a name, but not one so short that it is a word", () => {
	expect(redactText(`>${secret}< and test`, [secret, "test"])).toBe(">[redacted]< and test");
	expect(redactHeaders({ "x-echo": secret }, [secret])).toEqual({ "x-echo": "[redacted]" });
});

test.each<readonly [string, (secret: string) => string]>([
	["in a URL", encodeURIComponent],
	["in a URL within a URL", (secret) => encodeURIComponent(encodeURIComponent(secret))],
	["in JSON that escapes more than it must", (secret) => secret.replaceAll("/", "\\/").replaceAll("=", "\\u003d")],
	["in XML", (secret) => secret.replaceAll("/", "&#x2F;").replaceAll("=", "&#61;")],
	["in base64", (secret) => Buffer.from(secret).toString("base64")],
	["in base64 after one byte more", (secret) => Buffer.from(`:${secret}`).toString("base64").slice(4)],
	["in base64 after two bytes more, for URLs", (secret) => Buffer.from(`::${secret}`).toString("base64url").slice(4)],
	["in hexadecimal", (secret) => Buffer.from(secret).toString("hex").toUpperCase()],
	["broken into lines", (secret) => secret.replace(/.{16}/g, "$&\r\n  ")],
	["broken into lines within JSON", (secret) => JSON.stringify(secret.replace(/.{16}/g, "$&\n")).slice(1, -1)],
])("a secret that the caller holds is found %s", (_, spelled) => {
	for (const known of [secret, token.repeat(4)]) {
		const text = spelled(known);
		expect(text).not.toBe(known);
		// In base64 and hexadecimal a few characters belong to the bytes around it as well.
		expect(redactText(`>${text}<`, [known])).toMatch(/^>\[redacted\].{0,5}<$/);
	}
});

test("redacting twice changes nothing more", () => {
	const once = redactText(`Authorization: AWS4-HMAC-SHA256 Credential=${keyId}/x, Signature=0a1b; aws_secret_key: ${secret}`);
	expect(redactText(once)).toBe(once);
});

// With a pattern that backtracks this takes minutes, and the test is given up.
test("a text made to be slow is redacted", () => {
	const long = `${"authorization".repeat(20_000)}${"signature=".repeat(20_000)}${" ".repeat(100_000)}${"\\".repeat(100_000)}`;
	expect(redactText(`${long}${secret}`, [secret])).toMatch(/\[redacted\]$/);
});

test("secrets that are new in each of thousands of requests are found, and not kept", () => {
	// To keep what finds each takes more memory than there is for compiled expressions.
	for (let index = 0; index < 3_000; index += 1) {
		const signature = createHash("sha256").update(String(index)).digest("hex");
		expect(redactText(`you sent ${signature}!`, [signature])).toBe("you sent [redacted]!");
	}
});
