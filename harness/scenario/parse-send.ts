import { type OperationName, operationNames } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import { checkTemplate } from "./check-members.ts";
import { fillOperation, membersOf } from "./fill.ts";
import { entryOf, type Located, toJson } from "./located.ts";
import type { Reader } from "./reader.ts";
import type { SendStep, Template } from "./scenario.ts";
import type { Scope } from "./scope.ts";

/** What a step `send` says of its requests: one, or with `each` several. */
export interface ParsedSend {
	readonly operation: OperationName;
	readonly requests: readonly Pick<SendStep, "body">[];
	readonly headers: SendStep["headers"];
	readonly sign: SendStep["sign"];
	/** Whether it stands for several requests, or perhaps none. */
	readonly isSeveral: boolean;
}

interface Context {
	readonly reader: Reader;
	readonly scope: Scope;
}

/** Headers that say where the request ends and where it goes, which the line itself needs right. */
const ownHeaders = ["host", "content-length", "connection", "transfer-encoding"];
const signParts = ["accessKeyId", "secretAccessKey", "sessionToken", "region", "service", "ago", "body"];

/** @param node the step @param value what stands behind `send` */
export function parseSend(node: Located, value: Located, context: Context): ParsedSend | undefined {
	const { reader } = context;
	const operation = reader.oneOf(value, operationNames, "what is sent");
	if (operation === undefined) return undefined;
	const part = (key: string): Located | undefined => entryOf(node, key)?.value;
	const [members, each, body] = [part("members"), part("each"), part("body")];
	if (body !== undefined) {
		for (const other of [members, each]) {
			if (other !== undefined) reader.refuse(body.at, "a body that is written out has no members beside it");
		}
	}
	const common = members === undefined ? {} : parseMembers(members, "members", context);
	const items =
		each === undefined ? [] : reader.items(each, "each").map((item) => parseMembers(item, "an item of each", context));
	const bodies = each === undefined ? [common] : items.map((item) => ({ ...common, ...item }));
	const shared = { operation, headers: parseHeaders(part("headers"), context), sign: parseSign(part("sign"), context) };
	if (body !== undefined) return { ...shared, requests: [{ body: { text: parseBody(body, context) } }], isSeveral: false };
	const requests = bodies.map((item) => ({ body: { members: fillOperation(operation, item, undefined) } }));
	return { ...shared, requests, isSeveral: each !== undefined };
}

function parseMembers(node: Located, what: string, { reader, scope }: Context): { readonly [member: string]: Template } {
	if (node.kind !== "map") reader.refuse(node.at, `${what} is a mapping of members; what is none is written out, as body: '[]'`);
	scope.use(node);
	checkTemplate(reader, node);
	return membersOf(node);
}

/** A text, or texts that follow one another. */
function parseBody(node: Located, { reader, scope }: Context): Json {
	scope.use(node);
	checkTemplate(reader, node);
	const items = node.kind === "list" ? node.items : [node];
	for (const item of items) {
		const isText = item.kind === "scalar" && typeof item.value === "string";
		if (!isText && entryOf(item, "$repeat") === undefined)
			reader.refuse(item.at, "a body is a text, or a list of texts and { $repeat: … } that follow one another");
	}
	return items.map(toJson);
}

function parseHeaders(node: Located | undefined, { reader, scope }: Context): SendStep["headers"] {
	if (node === undefined) return {};
	scope.use(node);
	checkTemplate(reader, node);
	return Object.fromEntries(
		reader.entries(node, "headers").map(({ key, keyAt, value }) => {
			const name = key.toLowerCase();
			if (!/^[a-z0-9-]+$/.test(name) || ownHeaders.includes(name))
				reader.refuse(keyAt, `${key} is no header that can be given; the client makes ${ownHeaders.join(", ")} itself`);
			const isText = value.kind === "scalar" && typeof value.value === "string";
			if (!isText && entryOf(value, "$absent") === undefined && entryOf(value, "$repeat") === undefined)
				reader.refuse(value.at, "a header is a text, or { $absent: true }");
			return [name, toJson(value)];
		}),
	);
}

function parseSign(node: Located | undefined, { reader, scope }: Context): SendStep["sign"] {
	if (node === undefined) return {};
	if (node.kind === "scalar" && node.value === false) return false;
	reader.onlyKeys(node, signParts, "sign");
	scope.use(node);
	checkTemplate(reader, node);
	for (const { key, value } of reader.entries(node, "sign")) {
		const wanted = key === "ago" ? "number" : "string";
		const isReference = value.kind === "scalar" && typeof value.value === "string" && value.value.startsWith("$");
		if (!isReference && (value.kind !== "scalar" || typeof value.value !== wanted))
			reader.refuse(value.at, `${key} is ${key === "ago" ? "a number of seconds" : "a text"}`);
	}
	return membersOf(node);
}
