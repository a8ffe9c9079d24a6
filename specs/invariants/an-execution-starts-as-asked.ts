import { isJsonObject, type Json } from "../wire/json.ts";
import { breachOf, named, ofRuns } from "./support/invariant.ts";
import { sameJson, shown } from "./support/json-members.ts";
import { startMembers, startOf } from "./support/start-of.ts";

/** WorkflowExecutionStarted has every setting, the type, the input and the tags that StartWorkflowExecution named. */
export const anExecutionStartsAsAsked = ofRuns(({ started, events }) => {
	const start = startOf(events);
	if (start === undefined || started === undefined) return [];
	const { request, origin } = started;
	return startMembers
		.filter((member) => !isNothing(request[member]) && !isKept(member, request[member], start.attributes[member]))
		.map((member) => {
			const difference = { expected: shown(request[member]), observed: shown(start.attributes[member]) };
			const breach = breachOf(start, `${named(start)} has another ${member} than was asked for`, member, difference);
			return { ...breach, exchanges: [...origin.exchanges, ...breach.exchanges] };
		});
});

/** Numbers may be written in another way, and what becomes of a text that should be one and is not is not told. */
const isKept = (member: string, asked: Json | undefined, kept: Json | undefined): boolean =>
	sameJson(known(asked), known(kept)) ||
	(isNumeric.test(member) && (!isNumber(asked) || (isNumber(kept) && Number(asked) === Number(kept))));

const isNumeric = /Priority$|Timeout$/;
const isNumber = (value: Json | undefined): boolean => typeof value === "string" && /^[+-]?\d+$/.test(value);

/** Whether there is nothing to keep, or no source says if it is kept: null, an empty list, an empty text. */
const isNothing = (value: Json | undefined): boolean =>
	value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Task lists and types have a name and a version; members that SWF does not know are not kept. */
const known = (value: Json | undefined): Json | undefined =>
	isJsonObject(value)
		? Object.fromEntries(Object.entries(value).filter(([member]) => member === "name" || member === "version"))
		: value;
