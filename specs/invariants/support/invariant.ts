import type { Json } from "../../wire/json.ts";
import type { Observed, Origin, Reading, RecordedEvent, Run } from "./observed.ts";

/** A law that was broken, and its witness. */
export interface Violation {
	readonly run: Run;
	/** Where in the history or the answer, as `events.4.startedEventId`; events are counted from 0. */
	readonly at?: string;
	/** One sentence: what was wrong. */
	readonly message: string;
	readonly expected?: Json;
	readonly observed?: Json;
	/** Positions of the exchanges that show it. */
	readonly exchanges: readonly number[];
}

/** True of every history, whatever the scenario: gives what speaks against it, and throws for nothing that a target can send. */
export type Invariant = (observed: Observed) => readonly Violation[];

/** A violation, less the run that it is about. */
export type Breach = Omit<Violation, "run">;

interface Shown {
	readonly expected?: Json;
	readonly observed?: Json;
}

/** What an event breaks, and the member of it where one is to blame. */
export const breachOf = (event: RecordedEvent, message: string, member?: string, shown: Shown = {}): Breach => ({
	at: `events.${event.eventId - 1}${member === undefined ? "" : `.${member}`}`,
	message,
	...shown,
	exchanges: [event.exchange],
});

/** The same breach, which another event is a witness of too. */
export const alsoShownBy = ({ exchange }: RecordedEvent, breach: Breach): Breach => ({
	...breach,
	exchanges: [...breach.exchanges, exchange],
});

/** What an answer breaks. */
export const breachIn = ({ exchanges }: Origin, message: string, at?: string, shown: Shown = {}): Breach => ({
	...(at === undefined ? {} : { at }),
	message,
	...shown,
	exchanges,
});

/** How messages name an event. */
export const named = ({ eventId, eventType }: RecordedEvent): string => `event ${eventId} (${eventType})`;

/** A law of each run by itself. */
export const ofRuns =
	(law: (run: Run, observed: Observed) => readonly Breach[]): Invariant =>
	(observed) =>
		observed.runs.flatMap((run) => law(run, observed).map((breach) => ({ ...breach, run })));

/** A law of the events of each run. */
export const ofEvents = (law: (events: readonly RecordedEvent[]) => readonly Breach[]): Invariant =>
	ofRuns(({ events }) => law(events));

/** A law of each event of a run, in its history. */
export const ofEachEvent = (law: (event: RecordedEvent, events: readonly RecordedEvent[]) => readonly Breach[]): Invariant =>
	ofEvents((events) => events.flatMap((event) => law(event, events)));

/** A law of each reading of a history. */
export const ofReadings = (law: (reading: Reading, run: Run) => readonly Breach[]): Invariant =>
	ofRuns((run) => run.readings.flatMap((reading) => law(reading, run)));
