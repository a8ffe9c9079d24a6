import { Readable } from "node:stream";
import { HttpResponse } from "@smithy/protocol-http";
import { describe, expect, test } from "vitest";
import { longestAnswer, mostValues } from "./client.ts";
import { AnswerTooLong, readBody, readResponse } from "./http.ts";

const never = new AbortController().signal;
/** A stream that sends this and then nothing more. */
const stalled = (...chunks: readonly string[]) => {
	const stream = new Readable({ read: () => undefined });
	for (const chunk of chunks) stream.push(Buffer.from(chunk));
	return stream;
};

describe("a body", () => {
	test("is read to its end", async () => {
		expect(Buffer.from(await readBody(Readable.from([Buffer.from("ab"), Buffer.from("c")]), never)).toString()).toBe("abc");
	});

	test.each([
		["none", undefined, ""],
		["a text", "ä", "ä"],
		["bytes", Buffer.from("x"), "x"],
	])("may be %s", async (_, body, text) => {
		expect(Buffer.from(await readBody(body, never)).toString()).toBe(text);
	});

	test("that stalls is given up when the deadline passes, with its reason", async () => {
		const deadline = new AbortController();
		const reading = readBody(stalled("ab"), deadline.signal);
		setImmediate(() => deadline.abort(new Error("no answer within 10 s")));
		await expect(reading).rejects.toThrow("no answer within 10 s");
	});

	test("that stalls is not waited for when the deadline has passed already", async () => {
		await expect(readBody(stalled("ab"), AbortSignal.abort(new Error("interrupted")))).rejects.toThrow("interrupted");
	});

	test("longer than any answer of SWF is given up, and its stream closed", async () => {
		const chunk = Buffer.alloc(1024 * 1024);
		let sent = 0;
		const endless = new Readable({
			read() {
				sent += chunk.length;
				this.push(chunk);
			},
		});
		await expect(readBody(endless, never)).rejects.toThrow(AnswerTooLong);
		expect(endless.destroyed).toBe(true);
		expect(sent).toBeLessThan(longestAnswer + 4 * chunk.length);
	});
});

test("an answer of more values than any of SWF is refused before it is read as JSON", () => {
	const response = new HttpResponse({ statusCode: 200, headers: {} });
	const of = (values: number) => Buffer.from(`[${"{},".repeat(values / 2)}1]`);
	expect(readResponse(response, of(mostValues - 10)).body).toMatch(/^\[/);
	expect(() => readResponse(response, of(mostValues))).toThrow(AnswerTooLong);
});
