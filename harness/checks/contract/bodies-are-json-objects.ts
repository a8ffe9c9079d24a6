import { isJsonObject } from "../../../specs/wire/json.ts";
import { isRedacted, type Reply, type Rule, shown } from "./rule.ts";

/** What is not JSON no client can read; an operation without an answer may also have no body. */
export const bodiesAreJsonObjects: Rule = {
	level: "MUST",
	scope: "answer",
	of: "reply",
	find: (reply) =>
		isJsonObject(reply.json) ||
		reply.kind === "other" ||
		mayBeEmpty(reply) ||
		(reply.json === undefined && isRedacted(reply.body))
			? undefined
			: { at: "body", message: "the body is no JSON object", expected: "a JSON object", observed: shown(reply.body) },
};

const mayBeEmpty = ({ kind, body }: Reply) => kind === "void" && body === "";
