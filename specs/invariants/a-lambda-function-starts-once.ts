import { lambdaFunctionEvents } from "./support/event-kinds.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice, only } from "./support/once.ts";

/** A scheduled Lambda function is started once at most. */
export const aLambdaFunctionStartsOnce = ofEvents((events) =>
	namedTwice(events, only(lambdaFunctionEvents.started), "scheduledEventId", (first) => `${named(first)} started it already`),
);
