import { isMembers, type Members } from "../../json-lines.ts";
import type { Json } from "../../report.ts";
import { isShortened } from "../../visible.ts";

/** A body read as an object. */
export interface ReadBody {
	readonly members: Members;
	/** Whether the report has only the beginning of it. */
	readonly isCut: boolean;
}

/** A body as an object, or nothing if it is none. Of one that a report had no room for, what stands before its events and those that are whole. */
export function readBody(body: string): ReadBody | undefined {
	const whole = parsed(body);
	if (isMembers(whole)) return { members: whole, isCut: false };
	return isShortened(body) ? { members: beginningOf(body), isCut: true } : undefined;
}

function beginningOf(body: string): Members {
	const opening = /,?\s*"events"\s*:\s*\[/.exec(body);
	if (opening === null) return {};
	const before = parsed(`${body.slice(0, opening.index)}}`);
	const from = opening.index + opening[0].length;
	const events = parsed(`[${body.slice(from, endOfWhole(body, from))}]`);
	return { ...(isMembers(before) ? before : {}), events: events ?? [] };
}

/** Where the last object that is whole ends in a list that begins at a place. */
function endOfWhole(text: string, from: number): number {
	let [depth, end, isText] = [0, from, false];
	for (let at = from; at < text.length; at += 1) {
		const character = text[at];
		if (isText) {
			if (character === "\\") at += 1;
			else if (character === '"') isText = false;
		} else if (character === '"') isText = true;
		else if (character === "{" || character === "[") depth += 1;
		else if (character === "}" || character === "]") {
			depth -= 1;
			if (depth < 0) return end;
			if (depth === 0) end = at + 1;
		}
	}
	return end;
}

function parsed(text: string): Json | undefined {
	try {
		return JSON.parse(text);
	} catch {
		// What a target sent need not be JSON; then there is nothing to draw.
		return undefined;
	}
}
