import { lambdaFunctionEvents } from "./support/event-kinds.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice } from "./support/once.ts";

/** A scheduled Lambda function completes, fails, times out or fails to start, once at most. */
export const aLambdaFunctionClosesOnce = ofEvents((events) =>
	namedTwice(events, lambdaFunctionEvents.closed, "scheduledEventId", (first) => `${named(first)} closed it already`),
);
