import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { DecisionRule } from "./decision-rule.ts";

export const recordMarker: DecisionRule<"RecordMarker"> = ({ completed }, attributes) =>
	draft("MarkerRecorded", { ...pick(attributes, "markerName", "details"), ...completed });
