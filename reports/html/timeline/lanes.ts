/** The lanes of a timeline, from left to right, with what stands above them. */
export const laneNames = {
	execution: "execution",
	decision: "decision tasks",
	activity: "activities",
	timer: "timers",
	child: "children",
	external: "external",
	marker: "markers",
	lambda: "Lambda",
	other: "unknown",
} as const;

export type Lane = keyof typeof laneNames;

/** All lanes, from left to right. */
export const lanes = Object.keys(laneNames) as readonly Lane[];

/** The types of events of each lane; all others are not SWF's. */
const types = {
	execution: [
		...[
			"Started",
			"CancelRequested",
			"Completed",
			"Failed",
			"TimedOut",
			"Canceled",
			"ContinuedAsNew",
			"Terminated",
			"Signaled",
		].map((what) => `WorkflowExecution${what}`),
		"CompleteWorkflowExecutionFailed",
		"FailWorkflowExecutionFailed",
		"CancelWorkflowExecutionFailed",
		"ContinueAsNewWorkflowExecutionFailed",
	],
	decision: ["Scheduled", "Started", "Completed", "TimedOut"].map((what) => `DecisionTask${what}`),
	activity: [
		...["Scheduled", "Started", "Completed", "Failed", "TimedOut", "Canceled", "CancelRequested"].map(
			(what) => `ActivityTask${what}`,
		),
		"ScheduleActivityTaskFailed",
		"RequestCancelActivityTaskFailed",
	],
	timer: ["TimerStarted", "TimerFired", "TimerCanceled", "StartTimerFailed", "CancelTimerFailed"],
	child: [
		...["Started", "Completed", "Failed", "TimedOut", "Canceled", "Terminated"].map((what) => `ChildWorkflowExecution${what}`),
		"StartChildWorkflowExecutionInitiated",
		"StartChildWorkflowExecutionFailed",
	],
	external: [
		"SignalExternalWorkflowExecutionInitiated",
		"SignalExternalWorkflowExecutionFailed",
		"ExternalWorkflowExecutionSignaled",
		"RequestCancelExternalWorkflowExecutionInitiated",
		"RequestCancelExternalWorkflowExecutionFailed",
		"ExternalWorkflowExecutionCancelRequested",
	],
	marker: ["MarkerRecorded", "RecordMarkerFailed"],
	lambda: [
		...["Scheduled", "Started", "Completed", "Failed", "TimedOut"].map((what) => `LambdaFunction${what}`),
		"ScheduleLambdaFunctionFailed",
		"StartLambdaFunctionFailed",
	],
	other: [],
} satisfies { readonly [lane in Lane]: readonly string[] };

const laneByType: ReadonlyMap<string, Lane> = new Map(lanes.flatMap((lane) => types[lane].map((type) => [type, lane] as const)));

/** The lane of a type of event; whatever is no type of SWF's has one as well. */
export const laneOf = (eventType: string): Lane => laneByType.get(eventType) ?? "other";
