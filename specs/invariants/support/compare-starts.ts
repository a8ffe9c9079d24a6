import { alsoShownBy, type Breach, breachOf, named } from "./invariant.ts";
import { sameJson, shown } from "./json-members.ts";
import type { RecordedEvent } from "./observed.ts";
import { startMembers } from "./start-of.ts";

/** Holds what a start says against what another event says of it; members that this other event lacks are not compared. */
export const differsFrom = (start: RecordedEvent, asked: RecordedEvent): readonly Breach[] =>
	startMembers
		.filter((member) => asked.attributes[member] !== undefined && !sameJson(asked.attributes[member], start.attributes[member]))
		.map((member) => {
			const difference = { expected: shown(asked.attributes[member]), observed: shown(start.attributes[member]) };
			const breach = breachOf(
				start,
				`${named(start)} has another ${member} than ${named(asked)} of the run behind it`,
				member,
				difference,
			);
			return alsoShownBy(asked, breach);
		});
