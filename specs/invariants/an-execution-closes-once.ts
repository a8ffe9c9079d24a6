import { closesExecution } from "./support/event-kinds.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";

/** Of the six events that close an execution a history has one at most. */
export const anExecutionClosesOnce = ofEvents((events) => {
	const [first, ...more] = events.filter(({ eventType }) => closesExecution(eventType));
	return first === undefined
		? []
		: more.map((event) => breachOf(event, `${named(event)} closes what ${named(first)} had closed`));
});
