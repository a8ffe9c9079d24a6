import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { judgeWithOpen, timers } from "./support/open-entities.ts";

/** StartTimer fails with TIMER_ID_ALREADY_IN_USE only where an open timer has the id. */
export const aTimerIsRefusedOnlyForAnOpenId = ofEvents((events) =>
	judgeWithOpen(events, timers, (event, open) => {
		if (event.eventType !== "StartTimerFailed" || event.attributes["cause"] !== "TIMER_ID_ALREADY_IN_USE") return [];
		const isOpen = open.has(textOf(event.attributes, timers.name) ?? "");
		return isOpen
			? []
			: [breachOf(event, `${named(event)} with cause TIMER_ID_ALREADY_IN_USE although the no open timer has the id`, "cause")];
	}),
);
