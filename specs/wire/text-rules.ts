/** Says what is wrong with a text, or nothing when it is right. */
export type TextRule = (text: string) => string | undefined;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what the rule is about
const forbidden = /[:/|\u0000-\u001f\u007f-\u009f]/;
const nameConstraint = "Member must not contain ':', '/', '|' or control characters, and must not be 'arn'";

const plainName: TextRule = (text) => (forbidden.test(text) || text === "arn" ? nameConstraint : undefined);
const trimmedName: TextRule = (text) => (text.trim() === text ? plainName(text) : "Member must not start or end with whitespace");

const seconds = /^\d*$/;
const duration: TextRule = (text) =>
	seconds.test(text) || text === "NONE" ? undefined : "Member must be a number of seconds or NONE";
const timerDuration: TextRule = (text) => (seconds.test(text) ? undefined : "Member must be a number of seconds");
const oneYear = 31_536_000;
const executionDuration: TextRule = (text) =>
	seconds.test(text) && Number(text) <= oneYear ? undefined : `Member must be a number of seconds up to ${oneYear}`;
const retention: TextRule = (text) =>
	text === "NONE" || (/^\d+$/.test(text) && Number(text) <= 90) ? undefined : "Member must be a number of days up to 90, or NONE";
const priority: TextRule = (text) =>
	/^-?\d{1,10}$/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31
		? undefined
		: "Member must be a number from -2147483648 to 2147483647";

// The documents name whole seconds up to a quarter of an hour; an empty text is legal by the API model and counts as none.
const lambdaDuration: TextRule = (text) =>
	text === "" || (seconds.test(text) && Number(text) >= 1 && Number(text) <= 900)
		? undefined
		: "Member must be a number of seconds from 1 to 900";
const tagText: TextRule = (text) =>
	/^[\p{L}\p{N}\s_.:/=+\-@]*$/u.test(text) ? undefined : "Member must have letters, digits, whitespace and _ . : / = + - @ only";

/** Rules that hold for a shape wherever it occurs. The API model states them in prose only. */
export const shapeTextRules: Readonly<Record<string, TextRule>> = {
	DurationInDays: retention,
	DurationInSeconds: timerDuration,
	DurationInSecondsOptional: duration,
	ResourceTagKey: tagText,
	ResourceTagValue: tagText,
	TaskPriority: priority,
};

/**
 * Rules that hold for one member of one structure; a task list is judged by its name.
 *
 * The documents name exactly these places (for example
 * https://docs.aws.amazon.com/amazonswf/latest/apireference/API_StartWorkflowExecution.html); elsewhere a name of this kind
 * cannot exist, so the service answers that it is unknown.
 */
export const memberTextRules: Readonly<Record<string, TextRule>> = {
	"RegisterDomainInput.name": trimmedName,
	"RegisterWorkflowTypeInput.name": plainName,
	"RegisterWorkflowTypeInput.version": plainName,
	"RegisterWorkflowTypeInput.defaultTaskList": plainName,
	"RegisterWorkflowTypeInput.defaultExecutionStartToCloseTimeout": executionDuration,
	"RegisterActivityTypeInput.name": plainName,
	"RegisterActivityTypeInput.version": plainName,
	"RegisterActivityTypeInput.defaultTaskList": plainName,
	"StartWorkflowExecutionInput.domain": plainName,
	"StartWorkflowExecutionInput.workflowId": plainName,
	"StartWorkflowExecutionInput.taskList": plainName,
	"StartWorkflowExecutionInput.executionStartToCloseTimeout": executionDuration,
	"PollForActivityTaskInput.taskList": trimmedName,
	"PollForDecisionTaskInput.taskList": plainName,
	"ScheduleActivityTaskDecisionAttributes.activityId": plainName,
	"ScheduleActivityTaskDecisionAttributes.taskList": plainName,
	"ScheduleLambdaFunctionDecisionAttributes.startToCloseTimeout": lambdaDuration,
	"StartTimerDecisionAttributes.timerId": plainName,
	"StartChildWorkflowExecutionDecisionAttributes.workflowId": plainName,
	"StartChildWorkflowExecutionDecisionAttributes.taskList": trimmedName,
};
