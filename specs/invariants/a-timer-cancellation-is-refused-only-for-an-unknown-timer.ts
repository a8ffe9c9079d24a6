import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { judgeWithOpen, timers } from "./support/open-entities.ts";

/** CancelTimer fails with TIMER_ID_UNKNOWN only where no open timer has the id. */
export const aTimerCancellationIsRefusedOnlyForAnUnknownTimer = ofEvents((events) =>
	judgeWithOpen(events, timers, (event, open) => {
		if (event.eventType !== "CancelTimerFailed" || event.attributes["cause"] !== "TIMER_ID_UNKNOWN") return [];
		const isOpen = open.has(textOf(event.attributes, timers.name) ?? "");
		return !isOpen ? [] : [breachOf(event, `${named(event)} with cause TIMER_ID_UNKNOWN although the timer is open`, "cause")];
	}),
);
