import type { Finding, Level } from "../../reports/report.ts";
import type { Evidence, Exchange } from "../evidence.ts";
import { isThrottling } from "../play/refusals.ts";
import type { Check } from "./check.ts";
import { defectIn } from "./contract/own-requests.ts";
import { readReply } from "./contract/read-reply.ts";
import type { Breach, Path, Reply, Rule } from "./contract/rule.ts";
import { type RuleName, rules } from "./contract/rules.ts";
import { generalPath, pathText, walk } from "./contract/walk.ts";

/** What the contract says of every exchange of a case, as it came over the wire, whatever the client made of it. */
export const contract: Check = (scenario, evidence) => {
	const findings = contractFindings(judgeable(evidence), scenario.clauses);
	const defect = defectIn(scenario, evidence);
	// Where answers before broke the contract, what we made of them is theirs, by whatever way and name it went.
	const broke = (before: number) =>
		findings.some(({ level, exchanges = [] }) => level === "MUST" && exchanges.some((index) => index < before));
	if (defect === undefined || broke(defect.exchange)) return { findings, observations: [], reached: 0 };
	return { findings, observations: [], reached: 0, [defect.isGiven ? "misled" : "defect"]: defect.message };
};

/**
 * Holds exchanges against the rules, by position.
 *
 * @param cited clauses that the exchanges were made to show: only there a rule about the envelope counts for more than information
 */
export function contractFindings(exchanges: readonly (Exchange | undefined)[], cited: readonly string[]): readonly Finding[] {
	const collection = collectFindings(cited);
	for (const [index, exchange] of exchanges.entries()) if (exchange !== undefined) collection.add(index, exchange);
	return collection.findings();
}

/** Findings as they come in, exchange by exchange. */
export interface FindingCollection {
	/** Judges an exchange under this position. Returns whether it shows something that no exchange before showed. */
	readonly add: (position: number, exchange: Exchange) => boolean;
	/** Those that matter most first. */
	readonly findings: () => readonly Finding[];
}

/**
 * Collects findings. A rule that is broken in the same way several times is one finding, with the first as its witness.
 *
 * @param scopes whose rules are asked; all of them without any named
 */
export function collectFindings(
	cited: readonly string[],
	scopes: readonly Rule["scope"][] = ["answer", "envelope"],
): FindingCollection {
	const found = new Map<string, Found>();
	return {
		add(position, exchange) {
			const known = found.size;
			const reply = readReply(exchange);
			if (reply === undefined) return false;
			eachBreach(reply, (rule, breach, path) => {
				if (!scopes.includes(rules[rule].scope)) return;
				const key = `${rule} ${generalPath(path)} ${breach.member ?? breach.at ?? ""} ${breach.message}`;
				const before = found.get(key);
				if (before === undefined) found.set(key, { rule, breach, path, step: exchange.step, exchanges: [position] });
				else if (before.exchanges.at(-1) !== position) before.exchanges.push(position);
			});
			return found.size > known;
		},
		findings: () =>
			[...found.values()]
				.map((each) => findingOf(each, cited))
				.sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level)),
	};
}

const levels: readonly Level[] = ["MUST", "SHOULD", "MAY"];

interface Found {
	readonly rule: RuleName;
	readonly breach: Breach;
	readonly path: Path | undefined;
	readonly step: string;
	readonly exchanges: number[];
}

type BreachVisitor = (rule: RuleName, breach: Breach, path?: Path) => void;

const named: readonly (readonly [RuleName, Rule])[] = (Object.keys(rules) as readonly RuleName[]).map((name) => [
	name,
	rules[name],
]);
const replyRules = named.flatMap(([name, rule]) => (rule.of === "reply" ? [[name, rule.find] as const] : []));
const valueRules = named.flatMap(([name, rule]) => (rule.of === "value" ? [[name, rule.find] as const] : []));

function eachBreach(reply: Reply, visit: BreachVisitor): void {
	for (const [name, find] of replyRules) {
		const breach = find(reply);
		if (breach !== undefined) visit(name, breach);
	}
	walk(reply, (place) => {
		for (const [name, find] of valueRules) {
			const breach = find(place);
			if (breach !== undefined) visit(name, breach, place.path);
		}
	});
}

function findingOf({ rule, breach, path, step, exchanges }: Found, cited: readonly string[]): Finding {
	const { level, scope } = rules[rule];
	const clause = `contract/${rule}`;
	const at = breach.at ?? [pathText(path), breach.member ?? ""].filter((part) => part !== "").join(".");
	return {
		check: "contract",
		clause,
		level: scope === "envelope" && !cited.includes(clause) ? "MAY" : level,
		message: breach.message,
		step,
		...(at === "" ? {} : { at }),
		...(breach.expected === undefined ? {} : { expected: breach.expected }),
		...(breach.observed === undefined ? {} : { observed: breach.observed }),
		exchanges,
	};
}

/** Exchanges by position. What made a target count as one that lacks an operation is not judged again, and what asks to be called less often never. */
const judgeable = ({ exchanges, trouble }: Evidence): readonly (Exchange | undefined)[] =>
	exchanges.map((exchange) => {
		const { outcome, response } = exchange;
		const isLack = trouble?.kind === "unsupported" && outcome.kind === "garbage" && (response?.status ?? 0) >= 400;
		return isLack || isThrottling(outcome) ? undefined : exchange;
	});
