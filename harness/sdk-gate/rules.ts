import {
	atIs,
	both,
	fares,
	isFrom,
	isGone,
	isMore,
	isNew,
	isOfSameText,
	isOfTime,
	isOfVoid,
	isSameSecond,
	isTime,
	isTo,
	isUnmodelled,
	isUnnamed,
	numbers,
	probeIs,
	type When,
} from "./conditions.ts";
import type { Aspect, Difference } from "./difference.ts";

/**
 * What a difference means for a program that goes over from the baseline to the candidate.
 *
 * - `harmless`: neither the service nor the program can tell.
 * - `changed`: one of them can, and a right one goes on as before.
 * - `breaking`: what worked may no longer work.
 */
export type Effect = "harmless" | "changed" | "breaking";

export interface Rule {
	readonly effect: Effect;
	readonly aspect: Aspect;
	/** Of the differences in this aspect, those that it is about; all of them without it. */
	readonly when?: When;
	readonly reason: string;
}

const rule = (effect: Effect, aspect: Aspect, reason: string, when?: When): Rule => ({
	...{ effect, aspect, reason },
	...(when === undefined ? {} : { when }),
});

/** Every rule by its name. Of those that are about a difference the first decides; the last of each aspect is about all the rest. */
export const rules = {
	// What a build is made of
	"operation-added": rule("harmless", "operation", "nobody calls it yet", isNew),
	"operation-removed": rule("breaking", "operation", "a program that calls it does not load or run"),
	"export-added": rule("harmless", "export", "nobody imports it yet", isNew),
	"export-removed": rule("breaking", "export", "a program that imports it gets undefined"),
	"other-packages": rule("harmless", "package", "told so that a difference can be traced; what they do is compared by itself"),
	"other-node-versions": rule("changed", "engine", "installing or running it on an older Node may fail"),
	"other-connection-settings": rule("changed", "connections-allowed", "more or fewer calls, and polls above all, go on at once"),

	// What is sent
	"other-user-agent": rule("harmless", "header", "the service does not look at it", atIs(/^(x-amz-)?user-agent$/i)),
	"header-removed": rule("breaking", "header", "the service or something on the way may need it", isGone),
	"header-added": rule("changed", "header", "something on the way may refuse what it does not know", isNew),
	"other-header-value": rule("breaking", "header", "the service reads it, or the signature covers it"),
	"other-header-order": rule("harmless", "header-order", "the order of different headers means nothing (RFC 9110, 5.3)"),
	"other-request-line": rule("breaking", "request-line", "SWF is reached by POST alone, at the path of its endpoint"),
	"other-member-order": rule("harmless", "body-text", "the same values: order and spelling mean nothing in JSON (RFC 8259, 4)"),
	"request-is-no-json": rule("breaking", "body-is-json", "the service cannot read it", isGone),
	"request-is-json-now": rule("changed", "body-is-json", "what the service refused it may carry out now"),
	"unknown-input-members-dropped": rule(
		"changed",
		"body-value",
		"a member that the build does not know no longer reaches the service",
		both(isUnmodelled, isGone),
	),
	"unknown-input-members-sent": rule(
		"changed",
		"body-value",
		"a member that the build does not know reaches the service now",
		both(isUnmodelled, isNew),
	),
	"request-times-with-milliseconds": rule(
		"changed",
		"body-value",
		"a filter cuts at the time that was given, no longer at the whole second",
		both(isTime, (each) => numbers(each, isSameSecond)),
	),
	"request-times-in-whole-seconds": rule(
		"breaking",
		"body-value",
		"a filter no longer cuts at the time that was given",
		both(isTime, (each) => numbers(each, (one, other) => isSameSecond(other, one))),
	),
	"other-request-value": rule("breaking", "body-value", "the service is asked for something else"),
	"other-body-type": rule("changed", "body-type", "a middleware that reads the body has to read another type"),
	"signature-invalid": rule("breaking", "signature", "the service refuses it", isFrom("valid")),
	"signature-valid-now": rule("harmless", "signature", "the service no longer refuses it", isTo("valid")),
	"signature-wrong-otherwise": rule("changed", "signature", "refused before and after, for another reason"),
	"other-clock-correction": rule(
		"breaking",
		"clock-offset",
		"on a computer whose clock is wrong, calls that were signed right are not, or the reverse",
	),
	"other-connection-use": rule("changed", "connection", "calls share connections more, or less"),

	// How often and when
	"retries-last-longer": rule(
		"changed",
		"attempts",
		"the quota of retries is used up later, and a service in trouble is asked more",
		both(probeIs(/^retries\/quota/), isMore),
	),
	"retries-used-up-sooner": rule(
		"changed",
		"attempts",
		"the quota of retries is used up sooner, and what would have worked in the end fails",
		probeIs(/^retries\/quota/),
	),
	"clock-skew-retried-more": rule(
		"changed",
		"attempts",
		"a call whose clock was corrected is tried once more",
		both(probeIs(/^retries\/clock-skew/), isMore),
	),
	"retried-more": rule("changed", "attempts", "what is not safe to repeat may happen twice, and failing takes longer", isMore),
	"retried-less": rule("breaking", "attempts", "what a retry made good reaches the program as a failure"),
	"retry-after-heeded": rule(
		"changed",
		"waits",
		"it waits as long as the service says, or another part of that",
		probeIs(/^retries\/retry-after/),
	),
	"other-backoff": rule("changed", "waits", "retries come sooner or later than they did"),
	"waits-before-failing": rule(
		"changed",
		"waits-before-failure",
		"a call that is not tried again fails only after a pause",
		isMore,
	),
	"fails-at-once": rule("changed", "waits-before-failure", "a loop that polls is no longer slowed down when calls fail"),

	// What the program gets
	"refused-input-is-sent": rule("changed", "sent", "the service has to refuse what the build refused", isTo("sent")),
	"input-is-refused": rule("breaking", "sent", "a call that reached the service fails before"),
	"answer-is-refused": rule("breaking", "result", "what the program could read it gets as an error", isFrom("an answer")),
	"refused-answer-is-read": rule("changed", "result", "what the program got as an error it reads"),
	"answers-of-void-operations-kept": rule(
		"changed",
		"output",
		"what comes in place of an empty answer reaches the program",
		both(isOfVoid, isNew),
	),
	"unknown-output-members-dropped": rule(
		"changed",
		"output",
		"a member that the build does not know no longer reaches the program",
		both(isUnmodelled, isGone),
	),
	"unknown-output-members-kept": rule(
		"changed",
		"output",
		"a member that the build does not know reaches the program now",
		both(isUnmodelled, isNew),
	),
	"unknown-output-members-of-another-value": rule("changed", "output", "no shape says what such a member holds", isUnmodelled),
	"null-items-kept": rule(
		"breaking",
		"output",
		"a program that takes the members of every item fails at one that is null",
		both(atIs(/\[null\]$/), isMore),
	),
	"null-items-dropped": rule("changed", "output", "items that are null no longer reach the program", atIs(/\[null\]$/)),
	"times-read-otherwise": rule("breaking", "output", "the program takes one instant for another", isOfTime),
	"other-type-of-value": rule(
		"breaking",
		"output",
		"a value of the wrong type is no longer made one of the right type, or the reverse",
		isOfSameText,
	),
	"other-output": rule("breaking", "output", "the program reads something else"),
	"fault-code-precedence": rule(
		"breaking",
		"error-name",
		"where an answer names several codes another one wins, and another handler runs",
		probeIs(/^faults\/conflict/),
	),
	"unnamed-errors-named-otherwise": rule(
		"changed",
		"error-name",
		"an error without a code has no name of the service's to go by",
		({ baseline, candidate }) => isUnnamed(baseline) && isUnnamed(candidate),
	),
	"fault-named-otherwise": rule("breaking", "error-name", "a handler that goes by the name does not run"),
	"fault-has-a-class": rule(
		"harmless",
		"error-class",
		"it is still a service exception of the same name",
		isFrom("SWFServiceException"),
	),
	"fault-of-another-class": rule("breaking", "error-class", "a handler that goes by the class does not run"),
	"service-exception-now": rule(
		"changed",
		"error-is-service-exception",
		"a handler of service exceptions runs where it did not",
		isNew,
	),
	"no-service-exception": rule("breaking", "error-is-service-exception", "a handler of service exceptions does not run"),
	"other-error-message": rule("changed", "error-message", "what is logged reads otherwise; no program should go by it"),
	"other-error-side": rule(
		"changed",
		"error-side",
		"what counts as the service's fault, and may be tried again, counts as the caller's, or the reverse",
	),
	"error-keys-added": rule("harmless", "error-keys", "only a program that lists them can tell", isNew),
	"error-keys-removed": rule("changed", "error-keys", "a program that copies or logs errors member by member loses one"),
	"metadata-added": rule("harmless", "metadata", "status or request id are told where they were not", isNew),
	"metadata-lost": rule(
		"breaking",
		"metadata",
		"status or request id, which tell what to do and what to ask AWS about, are missing",
		isGone,
	),
	"other-metadata": rule("breaking", "metadata", "another status or request id is told"),

	// What the suites say
	"case-fares-better": rule("harmless", "verdict", "a scenario of the suites gets further", fares),
	"case-fares-worse": rule(
		"breaking",
		"verdict",
		"a scenario of the suites held with the baseline and does not with the candidate",
	),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;
export const ruleNames = Object.keys(rules) as readonly RuleName[];

/** The rule that decides about a difference. Each aspect has one that is about all the rest, so there always is one. */
export function ruleOf(difference: Difference): RuleName {
	const table: Readonly<Record<RuleName, Rule>> = rules;
	const name = ruleNames.find((each) => {
		const { aspect, when } = table[each];
		return aspect === difference.aspect && (when === undefined || when(difference));
	});
	if (name === undefined) throw new Error(`no rule is about ${difference.aspect}`);
	return name;
}
