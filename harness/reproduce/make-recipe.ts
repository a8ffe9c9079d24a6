import { isShortened } from "../../reports/visible.ts";
import { operationNames } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { UsageError } from "../cli/terminal.ts";
import { allSteps, type Scenario, type Step } from "../scenario/scenario.ts";
import { createBindings } from "./bind-values.ts";
import { type KeptExchange, keptExchanges } from "./kept-exchanges.ts";
import { rawSending } from "./raw-sending.ts";
import type { Call, Pause, Recipe } from "./recipe.ts";
import { jsonOf, type RecordedCase, type RecordedExchange } from "./recorded-case.ts";
import { type PlacedCall, showingsOf } from "./showings.ts";

/**
 * Turns what was recorded of a case into what does it again: the same requests in the same order, with new unique names, and with tokens and
 * runIds from the answers that bring them this time.
 *
 * @param endpoint where it goes, instead of where it was recorded
 * @throws {UsageError} for a case that no script can send, or that the record does not have as a whole
 */
export function makeRecipe(recorded: RecordedCase, endpoint?: string): Recipe {
	const { one, target, client, kit, clauses, scenario } = recorded;
	const kept = keptExchanges(recorded);
	if (kept.length === 0) throw new UsageError(`${one.id} was not played (${one.verdict}), so there is nothing to repeat`);
	const runToken = runTokenIn(kept.map(({ exchange }) => exchange));
	const bindings = createBindings(runToken);
	const steps = new Map(allSteps(scenario?.steps ?? []).map((step) => [step.path, step]));
	const domains = sharedDomains(kept, runToken);
	const begin = domains.map((name): KeptExchange => ({ exchange: registration(name), position: -1, tries: 1 }));
	const placed = [...begin, ...kept].map(({ exchange, position, tries }, index): PlacedCall => {
		const number = index + 1;
		const step = steps.get(exchange.step);
		const call: Call = {
			...{ kind: "call", number, step: exchange.step, operation: exchange.operation, tries },
			body: bindings.fill(bodyOf(exchange, step)),
			...(step?.action === "send" ? { raw: rawSending(step, exchange) } : {}),
		};
		const answer = jsonOf(exchange.response?.body);
		if (answer !== undefined) bindings.answered(number, answer);
		return { call, position };
	});
	const cited = [...new Set([...one.findings.map(({ clause }) => clause), ...one.clauses])];
	return {
		id: one.id,
		clauses: cited.flatMap((id) => (Object.hasOwn(clauses, id) ? (clauses[id] ?? []) : [])),
		recorded: recorded.isModel
			? `the reference model, swf-conformance ${kit}`
			: `${target.name === target.endpoint ? target.name : `${target.name} at ${target.endpoint}`} with ${client.name} ${client.version}, swf-conformance ${kit}`,
		endpoint: endpoint ?? safeEndpoint(recorded),
		region: target.region,
		actions: withPauses(
			placed.map(({ call }) => call),
			scenario,
		),
		showings: showingsOf(recorded, placed),
		notes: notesOn(recorded, runToken),
	};
}

/** A script that somebody runs without looking must not send to AWS. */
function safeEndpoint({ target: { endpoint, name } }: RecordedCase): string | undefined {
	if (name === "mock") return "http://127.0.0.1:8080";
	return URL.canParse(endpoint) && !/\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname) ? endpoint : undefined;
}

const unique = /(?<![0-9a-z])([0-9a-f]{10})-[0-9a-z]+/;

/** What the run put into each name to make it unique. */
function runTokenIn(exchanges: readonly RecordedExchange[]): string | undefined {
	for (const { request, input } of exchanges) {
		const found = unique.exec(input === undefined ? request.body : JSON.stringify(input))?.[1];
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Domains that another case of the run registered. */
function sharedDomains(kept: readonly KeptExchange[], runToken: string | undefined): readonly string[] {
	if (runToken === undefined) return [];
	const bodies = kept.map(({ exchange }) => JSON.stringify(bodyOf(exchange)));
	const named = bodies.flatMap((body) =>
		[...body.matchAll(new RegExp(`swf-conformance-${runToken}-\\d+`, "g"))].map(([name]) => name),
	);
	const registers = (position: number) => {
		const { operation, response } = kept[position]?.exchange ?? {};
		return operation === "RegisterDomain" && response?.status === 200;
	};
	const registered = bodies.filter((_, position) => registers(position));
	return [...new Set(named)].filter((name) => !registered.some((body) => body.includes(JSON.stringify(name))));
}

function registration(name: string): RecordedExchange {
	const input: JsonObject = { name, workflowExecutionRetentionPeriodInDays: "1" };
	return {
		step: "fixture",
		operation: "RegisterDomain",
		sentAfterMs: 0,
		durationMs: 0,
		request: { headers: {}, body: JSON.stringify(input) },
		input,
	};
}

/** What was sent: members, or the text of a step that wrote its body out. */
function bodyOf({ step: path, request: { body }, input }: RecordedExchange, step?: Step): Json {
	if (isShortened(body) && (input === undefined || step?.action === "send"))
		throw new UsageError(
			`the report has only the beginning of the request of step ${path}; name the evidence of the run instead: --evidence evidence.ndjson`,
		);
	if (step?.action === "send") return body;
	return input ?? membersIn(body) ?? body;
}

function membersIn(body: string): JsonObject | undefined {
	const members = jsonOf(body);
	return isJsonObject(members) ? members : undefined;
}

/** Puts the times that the scenario lets pass where they passed. */
function withPauses(calls: readonly Call[], scenario: Scenario | undefined): readonly (Call | Pause)[] {
	const steps = allSteps(scenario?.steps ?? []);
	let past = -1;
	return calls.flatMap((call) => {
		const here = steps.findIndex(({ path }) => path === call.step);
		// Histories are read when all is over, if the case came that far.
		const until = here >= 0 ? here : call.step === "history" && past >= lastCall(steps) ? steps.length : past;
		const seconds = steps
			.slice(past + 1, Math.max(past, until))
			.reduce((sum, step) => sum + (step.action === "elapse" ? step.seconds : 0), 0);
		past = Math.max(past, until);
		return seconds === 0 ? [call] : [{ kind: "pause" as const, seconds }, call];
	});
}

const lastCall = (steps: readonly Step[]): number =>
	steps.findLastIndex(({ action }) => action !== "elapse" && action !== "together");

function notesOn({ scenario, one }: RecordedCase, runToken: string | undefined): readonly string[] {
	const steps = allSteps(scenario?.steps ?? []);
	const unknown = one.exchanges.find(({ operation }) => !operationNames.some((name) => name === operation));
	return [
		...(steps.some(({ action }) => action === "together")
			? ["What the scenario does at once is done here one after another."]
			: []),
		...(scenario === undefined
			? ["These suites do not have the scenario, so service time that it lets pass is not waited for."]
			: []),
		...(runToken === undefined
			? ["Nothing in the names was found to be unique, so a second time they will be there already."]
			: []),
		...(unknown === undefined ? [] : [`${unknown.operation} is no operation of SWF.`]),
	];
}
