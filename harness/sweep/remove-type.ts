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
		const remove = async () => {
			const came = await ask(`Delete${is}`, input);
			canDelete ||= came.kind === "done" || undefined;
			return came;
		};
		let lacksDelete = canDelete === false;
		if (!lacksDelete) {
			// At once, since a case may have deprecated it: one that is not deprecated is refused for that.
			const came = await remove();
			if (settled(came, "typesDeleted", "UnknownResourceFault")) return undefined;
			// Some answer what they do not know with a page about a crash.
			lacksDelete = came.kind === "unknown" || (came.kind === "unclear" && came.answered && canDelete !== true);
			if (!lacksDelete && !(came.kind === "fault" && came.type === "TypeNotDeprecatedFault")) return problemOf(came);
		}
		const came = await ask(`Deprecate${is}`, input);
		if (!settled(came, "typesDeprecated", "UnknownResourceFault", "TypeDeprecatedFault")) return problemOf(came);
		if (lacksDelete) {
			canDelete = false;
			return undefined;
		}
		const again = await remove();
		return settled(again, "typesDeleted", "UnknownResourceFault") ? undefined : problemOf(again);
	};
}
