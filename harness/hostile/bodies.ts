import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import type { Act, Behaviour } from "./behaviour.ts";
import { changing } from "./endpoint.ts";

const wrong = { run: "fail", proxy: "fail" };
const fine = { run: "pass", proxy: "pass" };

const body =
	(text: string | Uint8Array): Act =>
	(_, { send }) =>
		send({ status: 200, headers: { "content-type": "application/x-amz-json-1.0" }, body: text });

/** Puts this before the other members of every answer. */
const first = (members: string): Act => changing((text) => text.replace(/^\{(?!\})/, `{${members},`));

const typed =
	(contentType: string | undefined, of: (text: string) => string | Uint8Array = (text) => text): Act =>
	async (asked, { send }) => {
		const { status, headers, body: text } = await asked.honest();
		const { "content-type": _, ...others } = headers;
		send({ status, headers: contentType === undefined ? others : { ...others, "content-type": contentType }, body: of(text) });
	};

/** Every text of an answer but what names things, with this behind it. */
const texts = (more: string): Act =>
	changing((text) =>
		JSON.stringify(everyText(JSON.parse(text) as Json, (value, member) => (named.test(member) ? value : `${value}${more}`))),
	);

/** What scenarios follow from answer to answer. */
const named = /[Tt]oken$|Id$|^name$|^version$|Type$/;

function everyText(json: Json, change: (value: string, member: string) => string, member = ""): Json {
	if (typeof json === "string") return change(json, member);
	if (Array.isArray(json)) return (json as readonly Json[]).map((item) => everyText(item, change, member));
	if (!isJsonObject(json)) return json;
	return Object.fromEntries(Object.entries(json).map(([name, of]) => [name, everyText(of, change, name)]));
}

const deep = 40_000;
const prototypes =
	'"__proto__":{"taskToken":"polluted","events":[],"polluted":true},"constructor":{"prototype":{"runId":"polluted","polluted":true}},"toString":1,"hasOwnProperty":null,"then":{"__proto__":null}';

/** Answers whose body is not what SWF would say. */
export const bodies = {
	"answers with nothing": { act: body(""), ...wrong },
	"answers with 1 MB of blanks": { act: body(" ".repeat(1_000_000)), ...wrong },
	"answers with an empty object": { act: body("{}"), ...wrong },
	"answers with a list": { act: body("[]"), ...wrong },
	"answers with null": { act: body("null"), ...wrong },
	"answers with a text": { act: body('"x"'), ...wrong },
	"breaks JSON off": { act: changing((text) => text.slice(0, -2)), ...wrong },
	"writes JSON with comments and commas too many": { act: changing((text) => text.replace(/\}$/, ",}/* */")), ...wrong },
	"writes JSON with single quotes": { act: changing((text) => text.replaceAll('"', "'")), ...wrong },
	"writes a script in place of JSON": {
		act: body("process.exit(0);require('child_process').execSync('touch /tmp/swf-conformance-executed')"),
		...wrong,
	},
	"writes two objects": { act: changing((text) => `${text}${text}`), ...wrong },
	"writes numbers as NaN": { act: changing((text) => text.replace(/:\s*\d+(\.\d+)?/g, ":NaN")), ...wrong },
	"writes numbers as Infinity": { act: changing((text) => text.replace(/:\s*\d+(\.\d+)?/g, ":-Infinity")), ...wrong },
	"writes numbers as 1e999": { act: changing((text) => text.replace(/:\s*\d+(\.\d+)?/g, ":1e999")), ...wrong },
	"writes numbers of 100,000 digits": {
		act: changing((text) => text.replace(/:\s*\d+(\.\d+)?/, `:${"9".repeat(100_000)}`)),
		...wrong,
	},
	"writes ids beyond 2^53": { act: changing((text) => text.replace(/EventId":\d+/g, 'EventId":9007199254740993')), ...wrong },
	"writes members twice": {
		act: changing((text) => text.replace(/\}$/, ',"runId":"second","events":[],"taskToken":"second"}')),
		...wrong,
		run: "fail, pass",
		proxy: "pass",
	},
	"writes 100,000 members": {
		act: first(Array.from({ length: 100_000 }, (_, index) => `"m${index}":1`).join(",")),
		...wrong,
		proxy: "inconclusive",
	},
	"writes a million values": { act: first(`"more":[${"{},".repeat(1_000_000)}0]`), ...wrong, proxy: "inconclusive" },
	"nests 40,000 lists": {
		act: first(`"more":${"[".repeat(deep)}${"]".repeat(deep)}`),
		...wrong,
		proxy: "pass",
		sdk: "inconclusive",
	},
	"nests 40,000 objects": {
		act: first(`"more":${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`),
		...wrong,
		proxy: "pass",
		sdk: "inconclusive",
	},
	"writes a text of 3 MB beside every answer": {
		act: first(`"more":"${"x".repeat(3_000_000)}"`),
		...fine,
		proxy: "pass",
		run: "inconclusive",
	},
	"names members after prototypes": { act: first(prototypes), ...fine, proxy: "pass" },
	"puts scripts into every text": { act: texts("<script>alert(1)</script><img src=x onerror=alert(1)>]]>--><!--"), ...wrong },
	"puts control characters into every text": {
		act: texts("\u001b[2J\u001b]0;owned\u0007\u0000\u0008\r\u202e\u2028\ufeff"),
		...wrong,
	},
	"puts commands into every text": {
		act: texts(
			"$(touch /tmp/swf-conformance-executed)`touch /tmp/swf-conformance-executed`;touch /tmp/swf-conformance-executed|{{7*7}}%s%n",
		),
		...wrong,
	},
	"puts lone surrogates into every text": {
		act: changing((text) => text.replace(/"(?=[,}\]])/g, '\\ud800"')),
		...wrong,
		run: "fail, pass",
	},
	"begins with a byte order mark": { act: changing((text) => `\ufeff${text}`), ...wrong },
	"writes UTF-16": {
		act: typed("application/x-amz-json-1.0; charset=utf-16", (text) => Buffer.from(`\ufeff${text}`, "utf16le")),
		...wrong,
	},
	"writes Latin-1": {
		act: changing((text) => Buffer.from(text.replace(/\}$/, ',"more":"\u00e4\u00ff"}'), "latin1")),
		run: "pass",
		proxy: "pass",
	},
	"says text/html of its JSON": { act: typed("text/html"), ...wrong, run: "pass" },
	"says nothing of its JSON": { act: typed(undefined), ...wrong, run: "pass" },
	"says a type of 10,000 characters": { act: typed(`application/${"x".repeat(10_000)}`), ...wrong, run: "pass" },
} as const satisfies Readonly<Record<string, Behaviour>>;
