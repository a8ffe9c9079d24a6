import type { Evidence } from "../evidence.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { estimate } from "./estimate.ts";
import { sumOf, type Usage, usageOfExchange } from "./usage.ts";

/** Keeps what a run spends below what was accepted. */
export interface Budget {
	/** Sets the case's highest price aside, or tells why it cannot be paid. */
	admit(scenario: Scenario): string | undefined;
	/** Takes off what the case really came to, and frees the rest. */
	settle(scenario: Scenario, evidence: Pick<Evidence, "exchanges">): void;
	/** US dollars of the cases that were settled. */
	readonly spent: number;
}

/** US dollars for people, to the hundredth of a cent. */
export const dollars = (amount: number): string => `$${amount.toFixed(4)}`;

/**
 * @param cap US dollars
 * @param price US dollars of a usage
 */
export function createBudget(cap: number, price: (usage: Usage) => number): Budget {
	const setAside = new Map<string, number>();
	let spent = 0;
	return {
		get spent() {
			return spent;
		},
		admit(scenario) {
			const dearest = price(estimate([scenario]).usage);
			const free = cap - spent - [...setAside.values()].reduce((sum, each) => sum + each, 0);
			// What is added up in another order may differ by a hair.
			if (dearest > free + 1e-9)
				return `stopped at --accept-cost ${cap}: ${dollars(Math.max(0, free))} of it is left, and the case may cost ${dollars(dearest)}`;
			setAside.set(scenario.id, dearest);
			return undefined;
		},
		settle({ id }, { exchanges }) {
			setAside.delete(id);
			spent += price(sumOf(exchanges.map(usageOfExchange)));
		},
	};
}
