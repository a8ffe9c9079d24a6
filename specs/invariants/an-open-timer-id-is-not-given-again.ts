import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { judgeWithOpen, timers } from "./support/open-entities.ts";

/** A timerId names one open timer of an execution at a time. */
export const anOpenTimerIdIsNotGivenAgain = ofEvents((events) =>
	judgeWithOpen(events, timers, (event, open) => {
		const holder = event.eventType === timers.opens ? open.get(textOf(event.attributes, timers.name) ?? "") : undefined;
		return holder === undefined
			? []
			: [breachOf(event, `${named(event)} takes an id that ${named(holder)} still holds`, timers.name)];
	}),
);
