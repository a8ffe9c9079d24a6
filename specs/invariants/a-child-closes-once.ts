import { closesChild } from "./support/event-kinds.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice } from "./support/once.ts";

/** A child that started is told to have closed once at most. */
export const aChildClosesOnce = ofEvents((events) =>
	namedTwice(events, { has: closesChild }, "startedEventId", (first) => `${named(first)} closed that child already`),
);
