import { type OperationName, operationNames } from "../../wire/contract.ts";
import type { JsonObject } from "../../wire/json.ts";
import { causes } from "./causes.ts";
import { decisions } from "./decisions.ts";
import { events } from "./events.ts";
import { faults } from "./faults.ts";
import { samples } from "./samples.ts";
import type { Provocation, ProvokedValues } from "./seen.ts";
import { values } from "./values.ts";

const allValues: ProvokedValues = { HistoryEvent: { eventType: events }, ...causes, ...values };

const answered =
	(name: OperationName): Provocation =>
	(play) =>
		play.call(name, samples[name](play) as JsonObject);

type Entry = readonly [string, Provocation];
type Group = Readonly<Record<string, Provocation>>;

const named = (group: Group, nameOf: (key: string) => string): readonly Entry[] =>
	Object.entries(group).map(([key, provocation]) => [nameOf(key), provocation]);

const namedValues = Object.entries(allValues).flatMap(([structure, members]: [string, Readonly<Record<string, Group>>]) =>
	Object.entries(members).flatMap(([member, group]) => named(group, (value) => `value ${structure}.${member} ${value}`)),
);

/** For all that the contract lets a client see, by the names that `seenIn` gives to it, a program that shows it. */
export const provocations: ReadonlyMap<string, Provocation> = new Map([
	...operationNames.map((name): Entry => [`operation ${name}`, answered(name)]),
	...Object.entries(faults).flatMap(([name, group]) => named(group, (fault) => `fault ${name} ${fault}`)),
	...named(decisions, (type) => `decision ${type}`),
	...namedValues,
]);
