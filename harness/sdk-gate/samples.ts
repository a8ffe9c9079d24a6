import {
	decisionAttributesMember,
	decisionTypes,
	eventAttributesMember,
	eventTypes,
	type Shape,
	type ShapeName,
	shape,
	structure,
} from "../../specs/wire/contract.ts";

/** How values of the contract's shapes are made. */
export interface Style {
	/** Whether members that are not required are given. */
	readonly isFull: boolean;
	readonly text: (of: Extract<Shape, { readonly type: "string" }>) => string;
	readonly integer: (limits: { readonly min?: number; readonly max?: number }) => number;
	readonly flag: boolean;
	readonly time: unknown;
	/** How many items a list has, where its items are not one for each type of decision or event. */
	readonly items: (limits: { readonly min?: number; readonly max?: number }) => number;
}

const digits = (pattern: string | undefined) => pattern !== undefined && !pattern.includes("\\p{L}");

const text: Style["text"] = ({ values, pattern, max = 20, min = 0 }) =>
	values?.[0] ?? (digits(pattern) ? "60" : "a text".slice(0, Math.max(min, Math.min(max, 6))));

/** Only what is required, and everything that the contract knows. */
export const minimal: Style = {
	...{ isFull: false, text, flag: true, time: 1326592619.474 },
	integer: ({ min = 1 }) => Math.max(1, min),
	items: () => 1,
};
export const full: Style = { ...minimal, isFull: true, items: () => 2 };

/** A value of a shape. It has one decision for each type, and one event for each, where it is full. */
export function sample(name: ShapeName, style: Style): unknown {
	const found = shape(name);
	switch (found.type) {
		case "string":
			return style.text(found);
		case "integer":
		case "long":
			return style.integer(found);
		case "boolean":
			return style.flag;
		case "timestamp":
			return style.time;
		case "list": {
			const oneOfEach = style.isFull ? eachType(found.member, style) : undefined;
			return oneOfEach ?? Array.from({ length: style.items(found) }, () => sample(found.member, style));
		}
		case "structure":
			return structureSample(name, style);
	}
}

/** A structure; of the attributes of decisions and events only those of its type. */
function structureSample(name: ShapeName, style: Style, type?: string): object {
	const { members, required } = structure(name);
	const attributes = { Decision: decisionAttributesMember, HistoryEvent: eventAttributesMember }[String(name)];
	const typeMember = name === "Decision" ? "decisionType" : "eventType";
	const own = attributes?.(type ?? (name === "Decision" ? decisionTypes[0] : eventTypes[0]) ?? "");
	return Object.fromEntries(
		Object.entries(members).flatMap(([member, of]) => {
			const isAttributes = attributes !== undefined && member.endsWith("Attributes");
			if (isAttributes ? member !== own : !style.isFull && !required.includes(member)) return [];
			return [[member, type !== undefined && member === typeMember ? type : sample(of, style)]];
		}),
	);
}

function eachType(member: ShapeName, style: Style): readonly object[] | undefined {
	const types = { Decision: decisionTypes, HistoryEvent: eventTypes }[String(member)];
	return types?.map((type) => structureSample(member, style, type));
}
