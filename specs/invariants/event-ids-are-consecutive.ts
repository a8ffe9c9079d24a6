import { breachIn, ofReadings } from "./support/invariant.ts";
import { shown } from "./support/json-members.ts";
import { eventIdOf } from "./support/read-event.ts";

/** Ids count the events of a history from 1, without a gap and without a repetition. */
export const eventIdsAreConsecutive = ofReadings(({ told, fromStart, origin }) => {
	const ids = told.map(({ event }) => eventIdOf(event));
	return ids.flatMap((id, index) => {
		const before = index === 0 ? (fromStart ? 0 : undefined) : ids[index - 1];
		if (id === undefined || before === undefined || id === before + 1) return [];
		const exchanges = [told[index]?.exchange ?? origin.exchanges[0] ?? 0];
		const message = index === 0 ? `the history begins with event ${id}` : `event ${id} stands behind event ${before}`;
		return [
			{
				...breachIn({ ...origin, exchanges }, message, `events.${index}.eventId`, { expected: before + 1, observed: shown(id) }),
			},
		];
	});
});
