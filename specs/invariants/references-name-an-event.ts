import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { referencesOf } from "./support/references.ts";

/** A member that names an event is 0 only where there may be none to name. */
export const referencesNameAnEvent = ofEachEvent((event) =>
	referencesOf(event)
		.filter(({ id, optional }) => id === 0 && !optional)
		.map(({ member, to }) =>
			breachOf(event, `${named(event)} names no ${to}`, member, { expected: `the id of a ${to}`, observed: 0 }),
		),
);
