import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { Act, Asked, Behaviour } from "./behaviour.ts";
import { changing } from "./endpoint.ts";

const wrong = { run: "fail", proxy: "fail" };

/** The model's own answer as JSON, changed. */
const answering = (change: (answer: JsonObject, asked: Asked) => Json): Act =>
	changing((text, asked) => {
		const answer = JSON.parse(text) as Json;
		return JSON.stringify(isJsonObject(answer) ? change(answer, asked) : answer);
	});

/** The events of an answer that has any, changed. */
const events = (change: (events: readonly JsonObject[]) => readonly Json[]): Act =>
	answering((answer) =>
		Array.isArray(answer["events"]) ? { ...answer, events: change(answer["events"] as readonly JsonObject[]) } : answer,
	);

const times = (shift: (seconds: number) => Json): Act =>
	changing((text) =>
		text.replace(
			/"(\w*(?:Timestamp|Date))":([\d.]+)/g,
			(_, member: string, seconds: string) => `"${member}":${JSON.stringify(shift(Number(seconds)))}`,
		),
	);

const isPaged = ({ operation }: Asked) => /^(List|GetWorkflowExecutionHistory|PollForDecisionTask)/.test(operation);
let count = 0;
const fresh = () => {
	count += 1;
	return `fresh-${count}`;
};

/** A page of this many events, whatever was asked for. */
const page = (size: number, from = 1): readonly Json[] =>
	Array.from({ length: size }, (_, index) => ({
		eventId: from + index,
		eventTimestamp: 1_700_000_000,
		eventType: "WorkflowExecutionSignaled",
		workflowExecutionSignaledEventAttributes: { signalName: "s" },
	}));

let million: string | undefined;
/** Made when it is first asked for: it takes its time, and 170 MB. */
const aMillion = () => {
	million ??= JSON.stringify(page(1_000_000)).slice(1, -1);
	return million;
};

/** Answers of SWF's form that do not tell the truth. */
export const semantics = {
	"pages without an end, with ever new tokens": {
		act: answering((answer, asked) => (isPaged(asked) ? { ...answer, nextPageToken: fresh() } : answer)),
		...wrong,
		run: "fail, pass",
		proxy: "pass",
	},
	"gives the same page again, with the same token": {
		act: async (asked, line) => {
			const { nextPageToken: _, ...first } = asked.input;
			if (!isPaged(asked)) return line.send(await asked.honest());
			if (asked.input["nextPageToken"] === undefined)
				return answering((answer) => ({ ...answer, nextPageToken: "same" }))(asked, line);
			line.send({
				status: 200,
				headers: { "content-type": "application/x-amz-json-1.0" },
				body: JSON.stringify({ events: page(10), nextPageToken: "same", about: Object.keys(first) }),
			});
		},
		...wrong,
		proxy: "pass, fail",
	},
	"gives a million events in one answer": {
		act: changing((text) => text.replace('"events":[', () => `"events":[${aMillion()},`)),
		run: "fail, pass",
		proxy: "inconclusive",
	},
	"gives a million events in pages of a thousand": {
		act: answering((answer, asked) =>
			Array.isArray(answer["events"])
				? { ...answer, events: page(1_000, 1 + asked.number * 1_000), nextPageToken: fresh() }
				: answer,
		),
		...wrong,
	},
	"gives events in another order": { act: events((all) => [...all].reverse()), ...wrong },
	"gives every event twice": { act: events((all) => all.flatMap((event) => [event, event])), ...wrong },
	"leaves out every other event": { act: events((all) => all.filter((_, index) => index % 2 === 1)), ...wrong },
	"gives events without attributes": {
		act: events((all) => all.map(({ eventId, eventType }) => ({ eventId: eventId ?? 0, eventType: eventType ?? "" }))),
		...wrong,
	},
	"gives events of no model": {
		act: events((all) => all.map((event) => ({ ...event, eventType: "WorkflowExecutionTeleported" }))),
		...wrong,
	},
	"gives null, texts and lists for events": { act: events(() => [null, "x", [], 5, {}]), ...wrong },
	"gives ids as texts": {
		act: changing((text) => text.replace(/EventId":(\d+)|"eventId":(\d+)/g, (all) => all.replace(/(\d+)$/, '"$1"'))),
		...wrong,
	},
	"gives ids below zero": {
		act: changing((text) => text.replace(/(eventId":)(\d+)/gi, "$1-$2")),
		...wrong,
		run: "fail, pass",
		proxy: "pass",
	},
	"gives ids with fractions": {
		act: changing((text) => text.replace(/(eventId":)(\d+)/gi, "$1$2.5")),
		...wrong,
		run: "fail, pass",
		proxy: "pass, fail",
	},
	"gives null for every member": {
		act: answering((answer) => Object.fromEntries(Object.keys(answer).map((member) => [member, null]))),
		...wrong,
		run: "fail, error, pass",
	},
	"gives lists for texts and texts for lists": {
		act: answering((answer) =>
			Object.fromEntries(Object.entries(answer).map(([member, of]) => [member, Array.isArray(of) ? "x" : [of]])),
		),
		...wrong,
	},
	"changes run ids from answer to answer": {
		act: answering((answer) => ("runId" in answer ? { ...answer, runId: fresh() } : answer)),
		...wrong,
		run: "fail, pass",
		proxy: "pass, fail",
	},
	"changes task tokens": {
		act: answering((answer) => ("taskToken" in answer ? { ...answer, taskToken: fresh() } : answer)),
		...wrong,
		run: "fail, pass",
		proxy: "pass",
	},
	"has task tokens of 1 MB": {
		act: answering((answer) => ("taskToken" in answer ? { ...answer, taskToken: "x".repeat(1_000_000) } : answer)),
		...wrong,
		run: "fail, pass",
	},
	"gives tasks of others without an end": {
		act: answering((answer, { operation }) =>
			operation.startsWith("Poll")
				? { taskToken: "x", startedEventId: 1, workflowExecution: { workflowId: "other", runId: "other" }, events: [] }
				: answer,
		),
		run: "fail, pass",
		proxy: "fail, pass",
	},
	"gives the answer to the request before": { act: swapped(), ...wrong, run: "fail, pass" },
	// What it tells as a start, and is asked for since then, lies behind it.
	"has a clock five hours ahead": { act: times((seconds) => seconds + 18_000), run: "pass, fail", proxy: "pass" },
	"has a clock five hours behind": { act: times((seconds) => seconds - 18_000), run: "pass", proxy: "pass" },
	"has a clock that goes back": { act: times((seconds) => 3_400_000_000 - seconds - Math.random()), ...wrong, run: "fail, pass" },
	"tells times in milliseconds": { act: times((seconds) => Math.round(seconds * 1000)), ...wrong },
	"tells times as texts": { act: times((seconds) => new Date(seconds * 1000).toISOString()), ...wrong },
	"tells times beyond all calendars": { act: times(() => 1e300), ...wrong },
	"echoes what is secret": {
		act: ({ headers }, { send }) => {
			const message = `${headers["authorization"]} ${headers["x-amz-security-token"]} canary-secret-access-key canary-session-token`;
			send({
				status: 400,
				headers: { "content-type": "application/x-amz-json-1.0", "x-echo": message, "set-cookie": `a=${message}` },
				body: JSON.stringify({ __type: "OperationNotPermittedFault", message, echo: headers }),
			});
		},
		...wrong,
	},
} as const satisfies Readonly<Record<string, Behaviour>>;

function swapped(): Act {
	let before: Awaited<ReturnType<Asked["honest"]>> = { status: 200, headers: {}, body: "{}" };
	return async (asked, { send }) => {
		const answer = before;
		before = await asked.honest();
		send(answer);
	};
}
