import type { Evidence } from "../evidence.ts";

/** What of the model a case has used as far as its requests tell, by the names of its sources: `operations/start-workflow-execution`, `decisions/start-timer`. */
export function usesOf({ exchanges }: Pick<Evidence, "exchanges">): readonly string[] {
	const uses = new Set<string>();
	for (const { operation, request } of exchanges) {
		uses.add(`operations/${kebab(operation)}`);
		for (const [, type] of request.body.matchAll(/"decisionType"\s*:\s*"(\w+)"/g))
			if (type !== undefined) uses.add(`decisions/${kebab(type)}`);
	}
	return [...uses];
}

const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
