import { type PatientAsk, problemOf } from "./ask-patiently.ts";
import type { Counter } from "./tally.ts";
import type { Thing } from "./things-made.ts";

type Type = Extract<Thing, { readonly kind: "workflowType" | "activityType" }>;

/**
 * Deletes types, and deprecates them before, as has to be done first. A target that lacks the one operation gets the other alone.
 *
 * @returns for each type why it is there still; undefined when it is gone, or as far gone as the target allows
 */
export function typeRemoval(ask: PatientAsk, { settled }: Counter): (type: Type) => Promise<string | undefined> {
	let canDelete: boolean | undefined;
	return async ({ kind, domain, name, version }) => {
		const is = kind === "workflowType" ? "WorkflowType" : "ActivityType";
		const input = { domain, [kind]: { name, version } };
		const deprecated = await ask(`Deprecate${is}`, input);
		const isUnknown = deprecated.kind === "fault" && deprecated.type === "UnknownResourceFault";
		const isDeprecated = settled(deprecated, "typesDeprecated", "UnknownResourceFault", "TypeDeprecatedFault");
		if (!isDeprecated) return problemOf(deprecated);
		if (isUnknown || canDelete === false) return undefined;
		const deleted = await ask(`Delete${is}`, input);
		if (deleted.kind === "done") canDelete = true;
		if (settled(deleted, "typesDeleted", "UnknownResourceFault")) return undefined;
		// Some answer what they do not know with a page about a crash, although they just answered another request.
		const lacksDelete = deleted.kind === "unknown" || (deleted.kind === "unclear" && deleted.answered && canDelete !== true);
		if (!lacksDelete) return problemOf(deleted);
		canDelete = false;
		return undefined;
	};
}
