import { textOf } from "./json-members.ts";
import type { RecordedEvent } from "./observed.ts";
import { referred } from "./references.ts";

/** Each ActivityTaskCanceled with the last request against its task that came before it, if one did. Those whose task is not known are left out. */
export function cancellations(
	events: readonly RecordedEvent[],
): readonly { readonly event: RecordedEvent; readonly request: RecordedEvent | undefined }[] {
	const latest = new Map<string, RecordedEvent>();
	return events.flatMap((event) => {
		const id = textOf(event.attributes, "activityId");
		if (event.eventType === "ActivityTaskCancelRequested" && id !== undefined) latest.set(id, event);
		if (event.eventType !== "ActivityTaskCanceled") return [];
		const scheduled = referred(events, event, "scheduledEventId", "ActivityTaskScheduled");
		if (scheduled === undefined) return [];
		const request = latest.get(textOf(scheduled.attributes, "activityId") ?? "");
		// One that is older was against an earlier task of this id.
		return [{ event, request: request !== undefined && request.eventId > scheduled.eventId ? request : undefined }];
	});
}
