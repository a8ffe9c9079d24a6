import { pick } from "../wire/pick.ts";
import type { Value } from "../wire/value.ts";
import { toWire } from "./instant.ts";
import type { RegisteredType } from "./model.ts";

type AnyType = RegisteredType<unknown>;

/** Whether a type may still be used for new work. */
export const typeStatus = ({ deprecatedAt }: AnyType): Value<"RegistrationStatus"> =>
	deprecatedAt === undefined ? "REGISTERED" : "DEPRECATED";

/** What workflow types and activity types tell about themselves in common. */
export const typeInfo = (type: AnyType): Omit<Value<"WorkflowTypeInfo">, "workflowType"> => ({
	status: typeStatus(type),
	...pick(type, "description"),
	creationDate: toWire(type.createdAt),
	...(type.deprecatedAt === undefined ? {} : { deprecationDate: toWire(type.deprecatedAt) }),
});
