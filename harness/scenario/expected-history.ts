import type { ExpectedEvent, HistoryExpectation } from "../../reports/report.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
import { type Environment, resolvePattern } from "./references.ts";
import type { EventPattern, HistoryRule } from "./scenario.ts";

/**
 * All that a rule asks of a history, for the finding that it does not hold. References stand for what they are bound to, and as they are
 * written where they are bound to nothing.
 *
 * @param met positions of the events that the first patterns were found to be
 * @param environment with what those events were bound to
 */
export const expectedHistory = (
	{ kind, events }: HistoryRule,
	ignoring: readonly string[],
	met: readonly number[],
	environment: Environment,
): HistoryExpectation => ({
	relation: kind,
	events: events.map((pattern, index) => expectedEvent(pattern, met[index], environment)),
	...(ignoring.length === 0 ? {} : { ignoring }),
});

function expectedEvent({ type, attributes }: EventPattern, met: number | undefined, environment: Environment): ExpectedEvent {
	const values: JsonObject = Object.fromEntries(
		Object.entries(attributes).map(([member, pattern]) => {
			const resolved = resolvePattern(pattern, environment);
			return [member, "value" in resolved ? (resolved.value ?? null) : pattern];
		}),
	);
	return {
		eventType: type,
		...(Object.keys(values).length === 0 ? {} : { attributes: values }),
		...(met === undefined ? {} : { met }),
	};
}
