import { cancellations } from "./support/cancel-requests.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { integerOf } from "./support/json-members.ts";

/** Where ActivityTaskCanceled names a request, it is the last one against its activity. */
export const aCancellationRefersToTheLatestRequest = ofEvents((events) =>
	cancellations(events).flatMap(({ event, request }) => {
		const observed = integerOf(event.attributes, "latestCancelRequestedEventId") ?? 0;
		if (observed === 0 || request?.eventId === observed) return [];
		const difference = { expected: request?.eventId ?? 0, observed };
		const message = `${named(event)} does not name the latest request against its activity`;
		return [breachOf(event, message, "latestCancelRequestedEventId", difference)];
	}),
);
