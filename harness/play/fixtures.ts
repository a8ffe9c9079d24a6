import type { JsonObject } from "../../specs/wire/json.ts";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import type { Evidence } from "../evidence.ts";
import { registration } from "../scenario/fill.ts";
import { resolve } from "../scenario/references.ts";
import type { Fixture } from "../scenario/scenario.ts";
import { isServedByOneDomain, oneDomain, type Terms } from "../targets/terms.ts";
import type { CaseContext } from "./case-context.ts";
import { refusesOperation, troubleIn } from "./refusals.ts";

/** What keeps a case from beginning. */
type Trouble = NonNullable<Evidence["trouble"]>;

/** The domains of a run: SWF cannot delete one, so cases of one account that ask for the same fixture with the same members share it. */
export interface DomainPool {
	/** The domain's name, registered by the first case that asks; or the trouble that this met, which is that of all who waited for it. */
	domain(
		account: string,
		fixture: string,
		members: JsonObject,
		register: (name: string, members: JsonObject) => Promise<Trouble | undefined>,
	): Promise<string | Trouble>;
	/** Every domain that was asked for, by account: one whose answer was lost may be there all the same. */
	readonly registered: readonly { readonly account: string; readonly name: string }[];
}

/** @param terms of a target whose domains are few: one serves as every fixture that it can be, and all are of one account */
export function createDomainPool(runToken: string, terms?: Pick<Terms, "domain">): DomainPool {
	const known = new Map<string, Promise<string | Trouble>>();
	const registered: { account: string; name: string }[] = [];
	return {
		registered,
		domain(account, fixture, asked, register) {
			const shares = terms !== undefined && isServedByOneDomain({ name: fixture, members: asked });
			if (shares && terms.domain !== undefined) return Promise.resolve(terms.domain);
			const members = shares ? oneDomain : asked;
			const key = JSON.stringify([terms === undefined ? account : "", fixture, members]);
			const before = known.get(key);
			if (before !== undefined) return before;
			const name = `swf-conformance-${runToken}-${registered.length + 1}`;
			registered.push({ account, name });
			// The next case may try again under another name: one lost connection must not take the whole run with it.
			const pending = register(name, members).then(
				(trouble) => {
					if (trouble !== undefined) known.delete(key);
					return trouble ?? name;
				},
				(error: unknown) => {
					known.delete(key);
					throw error;
				},
			);
			known.set(key, pending);
			return pending;
		},
	};
}

/** Registers what a case needs, in order, and binds the names. Returns whether the case can begin. */
export async function registerFixtures(
	fixtures: readonly Fixture[],
	account: string,
	domains: DomainPool,
	context: CaseContext,
): Promise<boolean> {
	const bound: Record<Fixture["kind"], Record<string, Json>> = { domains: {}, workflowTypes: {}, activityTypes: {} };
	for (const { kind, name, members } of fixtures) {
		const resolved = resolve(members, context.environment());
		if ("unbound" in resolved || !isJsonObject(resolved.value)) {
			context.trouble({ kind: "kit", message: `the fixture ${kind}.${name} cannot be filled in` });
			return false;
		}
		const value = resolved.value;
		const made = kind === "domains" ? await domain(name, value) : await type(kind, name, value);
		if (made === undefined) return false;
		bound[kind][name] = made;
		context.bind(kind, { ...bound[kind] });
	}
	return true;

	async function domain(fixture: string, value: JsonObject): Promise<string | undefined> {
		const made = await domains.domain(account, fixture, value, (name, members) => register("domains", { name, ...members }));
		if (typeof made === "string") return made;
		context.trouble(made);
		return undefined;
	}

	async function type(kind: "workflowTypes" | "activityTypes", name: string, value: JsonObject): Promise<Json | undefined> {
		const typeName = `${name}${context.environment().uniqueSuffix}`;
		const trouble = await register(kind, { name: typeName, ...value });
		if (trouble !== undefined) {
			context.trouble(trouble);
			return undefined;
		}
		return { name: typeName, version: value["version"] ?? "" };
	}

	async function register(kind: Fixture["kind"], input: JsonObject): Promise<Trouble | undefined> {
		const { index, outcome } = await context.recorder.call("fixture", registration[kind], input);
		if (outcome.kind === "answer") return undefined;
		const exchange = context.recorder.exchanges[index];
		const trouble = troubleIn(registration[kind], outcome);
		if (trouble !== undefined) return trouble;
		if (exchange !== undefined && refusesOperation(exchange))
			return { kind: "unsupported", message: `the target does not know ${registration[kind]}` };
		return {
			kind: "fixture",
			message: `${registration[kind]} was refused: ${outcome.kind === "fault" ? outcome.type : outcome.problem}`,
		};
	}
}
