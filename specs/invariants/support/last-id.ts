import type { Reading } from "./observed.ts";
import { eventIdOf } from "./read-event.ts";

/** The id of the last event that a reading tells. */
export function lastIdOf({ told }: Reading): number | undefined {
	const last = told.at(-1);
	return last === undefined ? undefined : eventIdOf(last.event);
}
