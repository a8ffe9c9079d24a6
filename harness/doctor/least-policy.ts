import { allSteps, type Scenario, type Step } from "../scenario/scenario.ts";
import { type Action, actionsUsed } from "./actions-used.ts";

/** An IAM policy, as it is pasted. */
export interface IamPolicy {
	readonly Version: "2012-10-17";
	readonly Statement: readonly IamStatement[];
}

export interface IamStatement {
	readonly Sid: string;
	readonly Effect: "Allow";
	readonly Action: readonly string[];
	readonly Resource: readonly string[];
}

/** Where cases are played. */
export interface PolicyPlace {
	/** `*` for all of them. */
	readonly region: string;
	/** Twelve digits; `*` where it is not known, which is right too: a policy is of one account. */
	readonly account: string;
	/** A domain that is there already; without it runs register their own. */
	readonly domain?: string;
}

/**
 * The least that playing these cases needs. IAM tells domains apart, and nothing smaller.
 *
 * @see https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dev-iam.policies.html
 */
export function leastPolicy(cases: readonly Scenario[], { region, account, domain }: PolicyPlace): IamPolicy {
	const used = actionsUsed(cases, domain !== undefined);
	const partition = partitionOf(region);
	const names = [domain ?? "swf-conformance-*", ...domainsNamed(cases)];
	const arn = (name: string) => `arn:${partition}:swf:${region}:${account}:/domain/${name}`;
	const statement = (Sid: string, actions: readonly Action[], Resource: readonly string[]): IamStatement => ({
		...{ Sid, Effect: "Allow", Action: actions.map((action) => `swf:${action}`), Resource },
	});
	const inDomains = used.filter((action) => action !== "ListDomains" && !byToken.includes(action));
	return {
		Version: "2012-10-17",
		Statement: [
			statement("SwfConformance", inDomains, [...new Set(names)].sort().map(arn)),
			statement(
				"SwfConformanceAnswersTasks",
				used.filter((action) => byToken.includes(action)),
				[arn("*")],
			),
			// The API reference spells the resource of this one action in a way of its own; the other is that of the developer guide.
			statement("SwfConformanceListsDomains", ["ListDomains"], [`arn:${partition}:swf::${account}:domain/*`, arn("*")]),
		].filter(({ Action: actions }) => actions.length > 0),
	};
}

/** They name a task by its token, which may be none: then they are about no domain. Nobody has the token of a task who could not poll for it. */
const byToken: readonly Action[] = [
	"RecordActivityTaskHeartbeat",
	"RespondActivityTaskCanceled",
	"RespondActivityTaskCompleted",
	"RespondActivityTaskFailed",
	"RespondDecisionTaskCompleted",
];

const partitionOf = (region: string): string =>
	region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : region === "*" ? "*" : "aws";

/** Other domains that cases name, there or not: in place of what a run fills in, what IAM takes for any such text. */
const domainsNamed = (cases: readonly Scenario[]): readonly string[] =>
	cases.flatMap(({ steps }) => allSteps(steps).flatMap(domainsIn)).flatMap((template) => asPattern(template) ?? []);

function domainsIn(step: Step): readonly string[] {
	if (step.action !== "operation" && step.action !== "send") return [];
	const members = step.action === "operation" ? step.input : "members" in step.body ? step.body.members : {};
	const named = [members["domain"], step.operation.endsWith("Domain") ? members["name"] : undefined];
	return named.filter((value) => typeof value === "string");
}

/** How the end of every unique name looks: the token of the run, and the number of the case. */
const uniqueSuffix = "-??????????-*";

/** Undefined for what is bound while a case is played: that is a domain of the run. */
function asPattern(template: string): string | undefined {
	const pattern = template.replace(
		/^\$unique\.([\w-]+)$|\$\{unique\.([\w-]+)\}/g,
		(_, whole, inner) => `${whole ?? inner}${uniqueSuffix}`,
	);
	return pattern === "" || pattern.includes("$") ? undefined : pattern;
}
