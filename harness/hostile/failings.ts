import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Behaviour, Told } from "./behaviour.ts";
import type { HostileEndpoint } from "./endpoint.ts";
import type { Played } from "./play-hostile.ts";

/** How the command line can be led to an endpoint. */
export const ways = ["wire", "sdk", "proxy"] as const;
export type Way = (typeof ways)[number];

export const expected = ({ run, sdk = run, proxy }: Behaviour, way: Way): Told => ({ wire: run, sdk, proxy })[way];

/** The verdicts of a report, each once, in the order of their names; or how the command ended without one. */
export const told = ({ report, code }: Pick<Played, "report" | "code">): Told =>
	report === undefined ? `exit ${code}` : [...new Set(report.cases.map(({ verdict }) => verdict))].sort().join(", ");

/** What of a session is right in the fixtures, to which an endpoint is honest. */
const besideThrough = ["pass"];
/** Where cases fail, others of level SHOULD warn, and others again end before they show anything. */
const besideFailures = ["inconclusive", "warn"];

/** Whether what was told is what is expected: the first verdict is there, the others may be, and there is none beside them. */
export function isAsExpected(seen: Told, wanted: Told, way: Way): boolean {
	const [first = "", ...others] = wanted.split(", ");
	const allowed = [
		first,
		...others,
		...(wanted.includes("fail") ? besideFailures : []),
		...(way === "proxy" ? besideThrough : []),
	];
	const found = seen.split(", ");
	return found.includes(first) && found.every((verdict) => allowed.includes(verdict));
}

const mostMegabytes = 300;
/** What the texts of some behaviours would make if somebody ran them. */
export const executed = "/tmp/swf-conformance-executed";

const ajv = new Ajv2020({ strict: true });
const validate = ajv.compile(JSON.parse(readFileSync(new URL("../../specs/report.schema.json", import.meta.url), "utf8")));

/** Everything about a run that must not be, whatever the endpoint did; nothing where all is well. */
export function failings(behaviour: Behaviour, way: Way, played: Played, endpoint: HostileEndpoint): readonly string[] {
	const wanted = expected(behaviour, way);
	const seen = told(played);
	const { report, texts, megabytes, polluted } = played;
	const found: readonly (readonly [boolean, string])[] = [
		[!isAsExpected(seen, wanted, way), `expected ${wanted}, got ${seen}`],
		[report !== undefined && !validate(report), `the report is not valid: ${ajv.errorsText(validate.errors)}`],
		[megabytes > mostMegabytes, `it took ${Math.round(megabytes)} MB`],
		[polluted, "the prototypes of the kit were changed"],
		[endpoint.followed() > 0, "another host was called"],
		[endpoint.betrayed().length > 0, `the target was sent ${endpoint.betrayed()[0]}`],
		[texts.some((text) => /canary/i.test(text)), "a secret is in what was printed or written"],
		[texts.some((text) => text.includes("a defect of the kit")), "a defect of the kit showed"],
		[existsSync(executed), "something of an answer was executed"],
	];
	return found.flatMap(([isFound, what]) => (isFound ? [what] : []));
}
