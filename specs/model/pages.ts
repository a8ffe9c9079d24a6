import type { HistoryEvent } from "../wire/history-event.ts";
import type { GrowingList } from "./growing-list.ts";
import type { Instant } from "./instant.ts";
import { type Fault, invalid, invalidToken } from "./outcome.ts";
import { seal, unseal } from "./tokens.ts";

/** Where an item stands in a listing; compared part by part. */
export type Position = readonly (string | number)[];

/** What a paged request says about its page. */
export interface PageRequest {
	readonly nextPageToken?: string;
	readonly maximumPageSize?: number;
	readonly reverseOrder?: boolean;
}

/** A listing and how to cut it. */
export interface Listing<Item> {
	/** The operation; the page tokens of one do not serve another. */
	readonly name: string;
	readonly items: readonly Item[];
	readonly positionOf: (item: Item) => Position;
	readonly now: Instant;
}

type Page<Item> =
	| { readonly kind: "page"; readonly items: readonly Item[]; readonly nextPageToken?: string }
	| { readonly kind: "fault"; readonly fault: Fault };

const largestPage = 1000;
const tokenLifetime = 24 * 3_600_000;

/**
 * One page of a listing, in the order of positions or the reverse of it; the reversal comes before the cut.
 *
 * A token names the last item given, so items that come and go meanwhile neither repeat nor hide others. The last page has no
 * token, also when it is full.
 */
export function cutPage<Item>({ name, items, positionOf, now }: Listing<Item>, request: PageRequest): Page<Item> {
	const size = sizeOf(request);
	const direction = request.reverseOrder === true ? -1 : 1;
	const order = (one: Position, other: Position) => direction * comparePositions(one, other);
	const start = startOf(name, request, now);
	if (start !== undefined && start.kind !== "position") return start;
	const rest = items
		.map((item) => ({ item, position: positionOf(item) }))
		.filter(({ position }) => start === undefined || order(position, start.position) > 0)
		.sort((one, other) => order(one.position, other.position));
	const page = rest.slice(0, size);
	const last = page.at(-1);
	return {
		kind: "page",
		items: page.map(({ item }) => item),
		...(last === undefined || rest.length <= size
			? {}
			: { nextPageToken: seal(boundTo(name, request), [now, ...last.position]) }),
	};
}

/** What the tokens of a call are bound to: all that it asks for, but for the size of its pages. */
export const boundTo = (
	name: string,
	{ nextPageToken: _token, maximumPageSize: _size, reverseOrder = false, ...asked }: PageRequest,
): string => JSON.stringify([name, reverseOrder, asked]);

const sizeOf = ({ maximumPageSize }: PageRequest): number =>
	maximumPageSize === undefined || maximumPageSize === 0 ? largestPage : maximumPageSize;

/** A part of a history, from one event id to another. */
export interface HistoryRange {
	readonly name: string;
	readonly history: GrowingList<HistoryEvent>;
	readonly first: number;
	readonly last: number;
	readonly now: Instant;
}

/** One page of a history, as `cutPage` would cut it, and nothing is sorted or compared for it: an event's id is its place. */
export function cutHistory({ name, history, first, last, now }: HistoryRange, request: PageRequest): Page<HistoryEvent> {
	const start = startOf(name, request, now);
	if (start !== undefined && start.kind !== "position") return start;
	const given = start?.position[0];
	if (typeof given === "string") return invalidToken;
	const size = sizeOf(request);
	const isReverse = request.reverseOrder === true;
	const low = isReverse ? Math.max((given ?? last + 1) - size, first) : (given ?? first - 1) + 1;
	const high = isReverse ? (given ?? last + 1) - 1 : Math.min((given ?? first - 1) + size, last);
	const items = history.slice(low - 1, high);
	const isLast = isReverse ? low <= first : high >= last;
	return {
		kind: "page",
		items: isReverse ? items.reverse() : items,
		...(isLast ? {} : { nextPageToken: seal(boundTo(name, request), [now, isReverse ? low : high]) }),
	};
}

function comparePositions(one: Position, other: Position): number {
	for (let index = 0; index < one.length; index += 1) {
		const [part, counterpart] = [one[index], other[index]];
		if (part === undefined || counterpart === undefined) return 1;
		if (part !== counterpart) return part < counterpart ? -1 : 1;
	}
	return 0;
}

/** The position behind which a page begins; nothing for the first page. */
function startOf(name: string, request: PageRequest, now: Instant) {
	if (request.nextPageToken === undefined) return undefined;
	const [issuedAt, ...position] = unseal(boundTo(name, request), request.nextPageToken) ?? [];
	if (typeof issuedAt !== "number" || !position.every((part) => typeof part === "string" || typeof part === "number")) {
		return invalidToken;
	}
	// https://docs.aws.amazon.com/amazonswf/latest/apireference/API_GetWorkflowExecutionHistory.html
	if (now - issuedAt > tokenLifetime) return invalid("Specified token has exceeded its maximum lifetime");
	return { kind: "position", position } as const;
}
