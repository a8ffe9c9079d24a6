import { gzipSync } from "node:zlib";
import { type OperationName, operationNames, operationShape } from "../../../specs/wire/contract.ts";
import { type Probe, type Reply, unmodelled } from "../observation.ts";
import { full, minimal, type Style, sample } from "../samples.ts";
import { answerBody, answered, minimalInput, page } from "./replies.ts";

/** Times that no JSON number of this process would be written as: they stand in the text by a number that nothing else has. */
const timeText = (operation: OperationName, text: string): string =>
	answerBody(operation, { ...full, time: 777_777 }).replaceAll("777777", text);

const times: Readonly<Record<string, string>> = {
	"whole-seconds": "1326592619",
	milliseconds: "1326592619.474",
	"beyond-milliseconds": "1326592619.4744999",
	exponent: "1.786560427599E9",
	quoted: '"1326592619.474"',
	"iso-8601": '"2012-01-15T01:56:59Z"',
	"http-date": '"Sun, 15 Jan 2012 01:56:59 GMT"',
	"in-milliseconds": "1326592619474",
	negative: "-1.5",
	zero: "0",
	null: "null",
	true: "true",
	object: "{}",
};

const styles: Readonly<Record<string, Style>> = {
	minimal,
	full,
	"empty-lists-and-texts": { ...full, items: () => 0, text: ({ values }) => values?.[0] ?? "" },
	"letters-of-the-world": { ...full, text: ({ values }) => values?.[0] ?? "é😀\u2028\ud800" },
	"numbers-as-texts": { ...full, integer: () => "7" as never },
	fractions: { ...full, integer: () => 1.5 },
	"texts-as-numbers": { ...full, text: () => 5 as never },
	"flags-as-texts": { ...full, flag: "true" as never },
	"unknown-enum-values": { ...full, text: ({ values }) => (values === undefined ? "a" : "NEW_VALUE") },
};

/** An object at every depth with one member more, or each of its members null, or lists with null among their items. */
const edits: Readonly<Record<string, (member: string, value: unknown) => unknown>> = {
	"unknown-members": (_, value) => (isObject(value) ? { ...value, [unmodelled]: { x: "y" } } : value),
	nulls: (member, value) => (member === "" || Array.isArray(value) || isObject(value) ? value : null),
	"null-lists-and-structures": (member, value) => (member === "" || !(Array.isArray(value) || isObject(value)) ? value : null),
	"nulls-in-lists": (_, value) => (Array.isArray(value) ? [null, ...value, null] : value),
	"types-in-structures": (_, value) => (isObject(value) ? { ...value, __type: "com.amazonaws.swf#Something" } : value),
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

const edited = (operation: OperationName, edit: (member: string, value: unknown) => unknown): string => {
	const body = answerBody(operation, full);
	return JSON.stringify(JSON.parse(body === "" ? "{}" : body, edit));
};

/** Bodies and headers that any operation may be answered with. */
const bodies: Readonly<Record<string, (right: string) => Reply>> = {
	empty: () => answered(""),
	"an-empty-object": () => answered("{}"),
	"an-empty-list": () => answered("[]"),
	null: () => answered("null"),
	"a-text": () => answered('"text"'),
	spaces: () => answered("  \n"),
	html: () => answered(page, { "content-type": "text/html" }),
	"cut-off": (right) => answered(right === "" ? '{"a"' : right.slice(0, -1)),
	"byte-order-mark": (right) => answered(`\ufeff${right || "{}"}`),
	"not-utf-8": (right) => answered(Buffer.from((right || '{"a":"a text"}').replaceAll("a text", "\xff text"), "latin1")),
	gzip: (right) => answered(gzipSync(right || "{}"), { "content-encoding": "gzip" }),
	"another-content-type": (right) => answered(right, { "content-type": "text/plain; charset=latin1" }),
	"json-1.1": (right) => answered(right, { "content-type": "application/x-amz-json-1.1" }),
	"an-error-with-status-200": () => answered('{"__type":"com.amazonaws.swf.base.model#UnknownResourceFault","message":"m"}'),
	"an-error-header-with-status-200": (right) => answered(right, { "x-amzn-errortype": "UnknownResourceFault" }),
	"status-201": (right) => ({ status: 201, body: right }),
	"status-204": () => ({ status: 204, body: "" }),
	"long-ids": (right) => answered(right.replaceAll(/Id":1\b/g, 'Id":9007199254740993')),
	"prototype-members": (right) => answered((right || "{}").replace(/\{/, '{"__proto__":{"x":1},"constructor":1,')),
};

const trailing = (reply: Reply): Reply =>
	typeof reply === "object" && typeof reply.body === "string" ? { ...reply, body: reply.body.replace(/,\}$/, "}") } : reply;

/** Every operation with answers of every kind, right and wrong: what the program reads is compared. */
export const answerProbes: readonly Probe[] = operationNames.flatMap((operation) => {
	const { output } = operationShape(operation);
	const of = (kind: string, reply: Reply): Probe => ({
		id: `answers/${operation}/${kind}`,
		...{ operation, input: minimalInput(operation), replies: [trailing(reply)] },
	});
	const inStyle = (style: Style) => answered(JSON.stringify(output === undefined ? {} : sample(output, style)));
	const hasTimes = answerBody(operation, { ...full, time: 777_777 }).includes("777777");
	return [
		...(output === undefined ? [] : Object.entries(styles).map(([kind, style]) => of(kind, inStyle(style)))),
		...(hasTimes ? Object.entries(times).map(([kind, text]) => of(`times/${kind}`, answered(timeText(operation, text)))) : []),
		...Object.entries(edits).map(([kind, edit]) => of(kind, answered(edited(operation, edit)))),
		...Object.entries(bodies).map(([kind, reply]) => of(kind, reply(answerBody(operation)))),
	];
});
