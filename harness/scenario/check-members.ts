import { type Shape, type ShapeName, shape } from "../../specs/wire/contract.ts";
import { entryOf, type Located, type LocatedEntry, type LocatedMap } from "./located.ts";
import { matcherNames } from "./match.ts";
import { didYouMean } from "./problem.ts";
import type { Reader } from "./reader.ts";

const isReference = (node: Located) => node.kind === "scalar" && typeof node.value === "string" && node.value.startsWith("$");

const matcherOf = (node: LocatedMap) => node.entries.find(({ key }) => key.startsWith("$"));

/** Refuses members that the contract does not have, and values of another JSON type than the member's. */
export function checkRequest(reader: Reader, node: Located, name: ShapeName, what: string): void {
	if (isReference(node)) return;
	const found = shape(name);
	if (node.kind === "map") {
		const special = matcherOf(node);
		if (special !== undefined) {
			checkPlaceholder(reader, node, special);
			return;
		}
	}
	checkKnown(reader, node, found, what, checkRequest);
}

/** The same where members are filled in beside those that are given, so that they must be written out. */
export function checkMembers(reader: Reader, node: Located, name: ShapeName, what: string): void {
	if (node.kind === "map") checkRequest(reader, node, name, what);
	else reader.refuse(node.at, `${what} takes its members one by one, as a mapping`);
}

/** What is sent whatever its shape: nothing in it is compared. */
export function checkTemplate(reader: Reader, node: Located): void {
	if (node.kind === "list") for (const item of node.items) checkTemplate(reader, item);
	if (node.kind !== "map") return;
	const special = matcherOf(node);
	if (special === undefined) for (const { value } of node.entries) checkTemplate(reader, value);
	else checkPlaceholder(reader, node, special);
}

/** The matchers in a pattern whose shape is not looked at. */
export function checkMatchers(reader: Reader, node: Located): void {
	if (node.kind === "list") for (const item of node.items) checkMatchers(reader, item);
	if (node.kind !== "map") return;
	if (matcherOf(node) === undefined) for (const { value } of node.entries) checkMatchers(reader, value);
	else checkMatcher(reader, node, (operand) => checkMatchers(reader, operand));
}

/** The same for a pattern, in which matchers may stand; a text that is none of an enumeration's could never match. */
export function checkPattern(reader: Reader, node: Located, name: ShapeName, what: string): void {
	if (isReference(node)) return;
	const found = shape(name);
	if (node.kind === "map") {
		const matcher = matcherOf(node);
		if (matcher !== undefined) {
			checkMatcher(reader, node, (operand) => checkPattern(reader, operand, itemShape(found, matcher.key, name), what));
			return;
		}
	}
	checkKnown(reader, node, found, what, checkPattern);
	if (found.type === "string" && found.values !== undefined && node.kind === "scalar" && typeof node.value === "string") {
		if (!found.values.includes(node.value)) {
			reader.refuse(
				node.at,
				`${what} is never "${node.value}"; it is one of ${found.values.join(", ")}.${didYouMean(node.value, found.values)}`,
			);
		}
	}
}

type CheckMember = (reader: Reader, node: Located, name: ShapeName, what: string) => void;

function checkKnown(reader: Reader, node: Located, found: Shape, what: string, check: CheckMember): void {
	if (found.type === "structure") checkStructure(reader, node, found.members, what, check);
	else if (found.type === "list")
		for (const item of reader.items(node, what)) check(reader, item, found.member, `an item of ${what}`);
	else checkScalar(reader, node, found, what);
}

/** Inside of $set and $contains the operands are items of the list. */
const itemShape = (found: Shape, matcher: string, name: ShapeName): ShapeName =>
	found.type === "list" && (matcher === "$set" || matcher === "$contains") ? found.member : name;

/** A pattern for an object whose members are known, but which is no shape of its own: an event with its attributes. */
export function checkPatternMembers(
	reader: Reader,
	node: Located,
	members: Readonly<Record<string, ShapeName>>,
	what: string,
): void {
	if (isReference(node)) return;
	checkStructure(reader, node, members, what, checkPattern);
}

function checkStructure(
	reader: Reader,
	node: Located,
	members: Readonly<Record<string, ShapeName>>,
	what: string,
	check: CheckMember,
): void {
	const names = Object.keys(members);
	for (const { key, keyAt, value } of reader.entries(node, what)) {
		const member = Object.hasOwn(members, key) ? members[key] : undefined;
		if (member === undefined) {
			const known = names.length === 0 ? "it has none" : `it has ${names.join(", ")}`;
			reader.refuse(keyAt, `${what} has no member ${key}; ${known}.${didYouMean(key, names)}`);
		} else check(reader, value, member, key);
	}
}

const jsonTypes: Readonly<Record<Exclude<Shape["type"], "structure" | "list">, { type: string; called: string }>> = {
	string: { type: "string", called: "a text" },
	integer: { type: "number", called: "a number" },
	long: { type: "number", called: "a number" },
	timestamp: { type: "number", called: "a number of epoch seconds" },
	boolean: { type: "boolean", called: "true or false" },
};

function checkScalar(reader: Reader, node: Located, found: Exclude<Shape, { type: "structure" | "list" }>, what: string): void {
	const { type, called } = jsonTypes[found.type];
	if (node.kind !== "scalar") reader.refuse(node.at, `${what} is ${called}, not a ${node.kind === "map" ? "mapping" : "list"}`);
	if (node.kind !== "scalar" || typeof node.value === type) return;
	const quoted = type === "string" && node.value !== null ? `; write "${String(node.value)}"` : "";
	reader.refuse(node.at, `${what} is ${called} in SWF, not ${String(node.value)}${quoted}`);
}

const listMatchers = ["$oneOf", "$set", "$contains"];
const numberMatchers = ["$greaterThan", "$atLeast", "$lessThan", "$atMost", "$about"];

function checkMatcher(reader: Reader, node: LocatedMap, checkOperand: (operand: Located) => void): void {
	for (const { key, keyAt, value } of node.entries) {
		if (key === "$by" && node.entries.some((entry) => entry.key === "$about")) {
			checkNumber(reader, value, key);
			continue;
		}
		if (key === "$repeat") {
			checkSpecial(reader, node, { key, keyAt, value });
			continue;
		}
		if (key === "$plus") {
			reader.refuse(keyAt, "$plus is a number for $atLeast and its like, not a pattern");
			continue;
		}
		if (!matcherNames.some((name) => name === key)) {
			reader.refuse(keyAt, `there is no matcher ${key}; expected ${matcherNames.join(", ")}.${didYouMean(key, matcherNames)}`);
			continue;
		}
		const company = node.entries.filter((entry) => entry.key !== key && !(key === "$about" && entry.key === "$by"));
		if (company.length > 0) reader.refuse(keyAt, standsAlone(key));
		if (listMatchers.includes(key)) for (const item of reader.items(value, key)) checkOperand(item);
		else if (key === "$not") checkOperand(value);
		else if (key === "$absent") checkAbsent(reader, value);
		else if (key === "$any") reader.oneOf(anyKind(value), ["true", "text", "number", "boolean", "object", "list"], "$any");
		else if (key === "$matches") checkExpression(reader, value);
		else if (numberMatchers.includes(key)) checkNumber(reader, value, key);
	}
}

const standsAlone = (key: string) => `${key} stands alone: a matcher has no members beside it`;

function checkAbsent(reader: Reader, node: Located): void {
	if (node.kind !== "scalar" || node.value !== true) reader.refuse(node.at, "write { $absent: true }");
}

function checkPlaceholder(reader: Reader, node: LocatedMap, special: LocatedEntry): void {
	if (special.key === "$absent" || special.key === "$repeat") checkSpecial(reader, node, special);
	else
		reader.refuse(
			special.keyAt,
			`a request is sent, not compared: ${special.key} does not belong here; only $absent and $repeat do`,
		);
}

/** `$absent` and `$repeat`, which may stand in what is sent too. */
function checkSpecial(reader: Reader, node: LocatedMap, { key, keyAt, value }: LocatedEntry): void {
	if (node.entries.length > 1) reader.refuse(keyAt, standsAlone(key));
	if (key === "$absent") checkAbsent(reader, value);
	else checkRepeat(reader, value);
}

function checkRepeat(reader: Reader, value: Located): void {
	reader.onlyKeys(value, ["text", "times"], "$repeat");
	const text = entryOf(value, "text")?.value;
	const times = entryOf(value, "times")?.value;
	const isText = text?.kind === "scalar" && typeof text.value === "string";
	const isCount =
		times?.kind === "scalar" && Number.isInteger(times.value) && Number(times.value) >= 0 && Number(times.value) <= mostTimes;
	if (isText && isCount) return;
	const wrong = isText ? times : text;
	reader.refuse((wrong ?? value).at, `$repeat wants { text: x, times: N }, N a whole number from 0 to ${mostTimes}`);
}

/** Longer than any request of SWF. */
const mostTimes = 1_000_000;

const anyKind = (node: Located): Located => (node.kind === "scalar" ? { ...node, value: String(node.value) } : node);

function checkNumber(reader: Reader, node: Located, what: string): void {
	if (isReference(node) || (node.kind === "scalar" && typeof node.value === "number")) return;
	if (node.kind === "map" && node.entries.length === 1 && node.entries[0]?.key === "$plus") {
		for (const term of reader.items(node.entries[0].value, "$plus")) checkNumber(reader, term, "$plus");
		return;
	}
	reader.refuse(node.at, `${what} wants a number, a reference to one, or { $plus: [number, number] }`);
}

function checkExpression(reader: Reader, node: Located): void {
	const text = reader.text(node, "$matches");
	if (text === undefined) return;
	try {
		new RegExp(text, "u");
	} catch (error) {
		reader.refuse(node.at, `not a regular expression: ${error instanceof Error ? error.message : String(error)}`);
	}
}
