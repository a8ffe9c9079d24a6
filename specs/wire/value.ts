import type { OperationName, ShapeName } from "./contract.ts";
import type { operationShapes, shapeTable } from "./shapes.ts";

type Table = typeof shapeTable;

type Members<Structure extends { readonly members: Readonly<Record<string, ShapeName>>; readonly required: readonly string[] }> =
	{
		readonly [Member in keyof Structure["members"] as Member extends Structure["required"][number] ? Member : never]: Value<
			Structure["members"][Member]
		>;
	} & {
		readonly [Member in keyof Structure["members"] as Member extends Structure["required"][number] ? never : Member]?: Value<
			Structure["members"][Member]
		>;
	};

/** The TypeScript type of a shape of the contract document: what a valid JSON value of it looks like. */
export type Value<Name extends ShapeName> = Table[Name] extends { readonly values: readonly (infer Literal)[] }
	? Literal
	: Table[Name] extends { readonly type: "string" }
		? string
		: Table[Name] extends { readonly type: "integer" | "long" | "timestamp" }
			? number
			: Table[Name] extends { readonly type: "boolean" }
				? boolean
				: Table[Name] extends { readonly type: "list"; readonly member: infer Member extends ShapeName }
					? readonly Value<Member>[]
					: Table[Name] extends {
								readonly members: Readonly<Record<string, ShapeName>>;
								readonly required: readonly string[];
							}
						? Members<Table[Name]>
						: never;

type Operations = typeof operationShapes;

/** What a caller of the operation sends, once validated. */
export type InputOf<Name extends OperationName> = Value<Operations[Name]["input"]>;

/** What the operation answers; `undefined` for the operations whose answer is empty. */
export type OutputOf<Name extends OperationName> = Operations[Name] extends { readonly output: infer Output extends ShapeName }
	? Value<Output>
	: undefined;
