import type { Behaviour } from "./behaviour.ts";
import { bodies } from "./bodies.ts";
import { connections } from "./connections.ts";
import { framing } from "./framing.ts";
import { semantics } from "./semantics.ts";
import { statuses } from "./statuses.ts";

/** Every way to misbehave, by what an endpoint does. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
	...connections,
	...framing,
	...statuses,
	...bodies,
	...semantics,
};
