import { type ShapeName, shape } from "../../specs/wire/contract.ts";
import type { Filling, Part } from "./recipe.ts";

/**
 * A value of a request as an expression of JavaScript. Its times are dates, as the SDK wants them.
 *
 * @param name what the contract calls the value, where it has one
 */
export function jsOf(filling: Filling, name?: ShapeName): string {
	const found = name === undefined ? undefined : shape(name);
	switch (filling.kind) {
		case "plain":
			return found?.type === "timestamp" && typeof filling.value === "number"
				? `new Date(${Math.round(filling.value * 1000)})`
				: JSON.stringify(filling.value);
		case "list":
			return `[${filling.items.map((item) => jsOf(item, found?.type === "list" ? found.member : undefined)).join(", ")}]`;
		case "members":
			return `{ ${filling.members
				.map(([member, value]) => {
					const inner = found?.type === "structure" && Object.hasOwn(found.members, member) ? found.members[member] : undefined;
					return `${jsName(member)}: ${jsOf(value, inner)}`;
				})
				.join(", ")} }`;
		case "text":
			return filling.parts.length === 0 ? '""' : filling.parts.map(jsPart).join(" + ");
	}
}

/** Brackets, since a plain `__proto__` would not be a member. */
const jsName = (name: string): string => (/^[a-z]\w*$/i.test(name) ? name : `[${JSON.stringify(name)}]`);

function jsPart(part: Part): string {
	if (part.kind === "literal") return JSON.stringify(part.text);
	return part.kind === "unique" ? "unique" : `seen(${part.call}, ${JSON.stringify(part.path)})`;
}
