import type { ClientSettings, Credentials } from "../clients/client.ts";
import type { ContainerWishes } from "./container/container-settings.ts";
import type { Guard } from "./guard.ts";
import type { Terms } from "./terms.ts";

/** The service's time, as far as a case can move it. */
export interface Clock {
	readonly kind: "virtual" | "wall";
	/**
	 * Lets service time pass: a virtual clock jumps, a wall clock waits.
	 *
	 * @param parked how many polls of the case are waiting at the service; a virtual clock moves only when they have arrived
	 */
	elapse(seconds: number, parked: number, signal: AbortSignal): Promise<void>;
}

/** A view of a target for cases that are played one after another. On a virtual clock it is an account to itself, whose clock they can move freely. */
export interface Session {
	/** With another access key once they were renewed. */
	readonly credentials: Credentials;
	readonly clock: Clock;
}

/** The image of a container that was started for a run: what reports know the target by. */
export interface TargetImage {
	/** As it was asked for, with its tag. */
	readonly name: string;
	/** Of what it holds: `sha256:…`. */
	readonly id: string;
	/** That a registry knows it by, where it came from one. */
	readonly digest?: string;
}

/** Where requests go. Closing it ends what it started. */
export interface Target extends AsyncDisposable {
	/** As the command line names it. */
	readonly name: string;
	readonly endpoint: string;
	readonly region: string;
	/** Whose it is, masked but for its last four digits, where that is known. */
	readonly account?: string;
	/** Answered in this process, without a connection. */
	readonly inProcess: boolean;
	readonly clock: Clock["kind"];
	/** Features (`specs/features.yaml`) that it is taken to lack unless somebody says that it has them. */
	readonly lacks: readonly string[];
	/** Nothing outlives the run, so nothing needs to be cleared up. */
	readonly ephemeral: boolean;
	/** How much longer or shorter than written the harness is patient with it by default. */
	readonly patience: number;
	/** How many cases it takes at once by default. On a wall clock more cases at once means less time, if the target can bear it. */
	readonly concurrency: number;
	/** Stands around every request of the run, if it has to. */
	readonly guard?: Guard;
	/** What was started for the run, if anything was. */
	readonly image?: TargetImage;
	/** Aborted, with the reason, when the target has ended for good, as a container that died: there is nothing left to ask. */
	readonly gone?: AbortSignal;
	/** What it asks of a run that it charges for. */
	readonly terms?: Terms;
	/** @param token unique to those cases within the run */
	session(token: string): Session;
}

/** What opening a target may need beside its name. */
export interface TargetOptions {
	readonly environment: NodeJS.ProcessEnv;
	/** Ends the opening too: whatever was started by then is taken away again. */
	readonly interrupt: AbortSignal;
	/** The folder of the run's reports, where a target's logs go. */
	readonly out: string;
	/** What is said about the container, for targets that are one. */
	readonly container?: ContainerWishes;
	/** Tells one line of how it is getting on. */
	readonly tell: (line: string) => void;
	/** What a target that charges may do; others take none of it. */
	readonly allowed?: Allowed;
}

/** What somebody allows a run at a target that charges. */
export interface Allowed {
	/** US dollars; 0 is enough for what costs nothing. */
	readonly acceptCost?: number;
	/** Tell the plan and send nothing. */
	readonly dryRun?: boolean;
	/** A registered domain to play in. */
	readonly domain?: string;
	/** Domains may be registered besides, for the cases that are about them. */
	readonly ownDomains?: boolean;
}

/** What a client is connected to a target with. */
export const settingsOf = ({ endpoint, region, inProcess }: Target, { credentials }: Session): ClientSettings => ({
	endpoint,
	region,
	inProcess,
	credentials,
});
