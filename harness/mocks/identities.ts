import { createHash } from "node:crypto";
import type { Principal } from "../../specs/model/access/policy.ts";
import type { Fault } from "../../specs/model/outcome.ts";
import type { Place } from "./service.ts";

/** A principal and the access key that it signs with. */
export interface KeyHolder extends Principal {
	readonly accessKeyId: string;
	/** Needed where signatures are verified. */
	readonly secretAccessKey?: string;
	readonly sessionToken?: string;
}

/** What is known about callers before they call. */
export interface FrontDoor {
	/** The account of all callers. Without it, and without principals, each access key has an account of its own. */
	readonly account?: string;
	/** The region of requests that name none, and the only one where signatures are verified. */
	readonly region?: string;
	/** Without them everybody may do everything; with them, who is none of them may do nothing. */
	readonly principals?: readonly KeyHolder[];
	/** The secret of an access key, where there are no principals and signatures are verified all the same. */
	readonly secretOf?: (accessKeyId: string) => string | undefined;
	/** `verify` refuses requests that are not signed right; otherwise a signature only tells the region and the access key. */
	readonly auth?: "accept" | "verify";
}

/** Who sent a request, and where it goes. */
export interface Caller {
	readonly kind: "caller";
	readonly place: Place;
	readonly principal?: Principal;
}

/** A caller, or why it is turned away. */
export type Identification = Caller | { readonly kind: "fault"; readonly fault: Fault };

/** Where an unsigned request goes. */
export const defaultPlace: Place = { account: "123456789012", region: "us-east-1" };

/** The account that an access key belongs to here: twelve digits, always the same. */
export const accountOf = (accessKeyId: string): string =>
	String(createHash("sha256").update(accessKeyId).digest().readUIntBE(0, 6) % 10 ** 12).padStart(12, "0");

/** Where the holder of an access key is at work. */
export function placeOf(door: FrontDoor, accessKeyId: string | undefined, region: string | undefined): Place {
	const shared = door.account ?? (door.principals === undefined ? undefined : defaultPlace.account);
	const own = accessKeyId === undefined ? defaultPlace.account : accountOf(accessKeyId);
	return { account: shared ?? own, region: region ?? door.region ?? defaultPlace.region };
}

const scope = /Credential=([^/\s,]+)\/\d+\/([^/\s,]+)\//;
const legacyKey = /AWSAccessKeyId=([^,\s]+)/;
const nobody: Principal = { name: "unknown", policy: { Statement: [] } };

/** Takes a request's word for who sent it. */
export function identify(door: FrontDoor, authorization: string, legacyAuthorization: string): Caller {
	const [, key, region] = scope.exec(authorization) ?? [];
	const accessKeyId = key ?? legacyKey.exec(legacyAuthorization)?.[1];
	return callerOf(door, placeOf(door, accessKeyId, region), accessKeyId);
}

/** The caller that the holder of an access key is. */
export function callerOf(door: FrontDoor, place: Place, accessKeyId: string | undefined): Caller {
	if (door.principals === undefined) return { kind: "caller", place };
	const principal = door.principals.find((holder) => holder.accessKeyId === accessKeyId) ?? nobody;
	return { kind: "caller", place, principal };
}
