import { createHash, timingSafeEqual } from "node:crypto";
import { Hash } from "@smithy/hash-node";
import { HttpRequest as SignableRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import { type Authorization, incompleteness, parameterOf, readAuthorization, scopeProblem } from "./authorization-header.ts";
import { callerOf, type FrontDoor, type Identification, type KeyHolder, placeOf } from "./identities.ts";

/** A request as its signature covers it: header names in lower case. */
export interface SignedRequest {
	readonly path: string;
	readonly headers: ReadonlyMap<string, string>;
	readonly body: string;
}

const minute = 60_000;
const oldestMinutes = 15;
const newestMinutes = 5;

const refuse = (type: string, message: string): Identification => ({ kind: "fault", fault: { type, message } });
const invalidSignature = (message: string) => refuse("InvalidSignatureException", message);

/**
 * Who signed a request, if it is signed right. The order of the checks and the names and texts of the faults are those seen on
 * other services of the same framework: no capture shows SWF refuse a signature, but for the text about an unknown access key.
 */
export async function verifySignature(door: FrontDoor, request: SignedRequest, now: Date): Promise<Identification> {
	const authorization = request.headers.get("authorization") ?? "";
	if (!authorization.startsWith("AWS4-")) {
		return refuse("MissingAuthenticationTokenException", "Request is missing Authentication Token");
	}
	if (request.path.includes("X-Amz-Signature=")) {
		return invalidSignature("Found both 'X-Amz-Signature' as a query-string param and 'Authorization' as HTTP header.");
	}
	const date = request.headers.get("x-amz-date");
	const parts = readAuthorization(authorization);
	const gaps = incompleteness(authorization, parts, date);
	if (parts === undefined || date === undefined || gaps !== "") {
		return refuse("IncompleteSignatureException", `${gaps}Authorization=${authorization}`);
	}
	const problem = scopeProblem(parts, date, door.region) ?? timeProblem(date, now);
	if (problem !== undefined) return invalidSignature(problem);
	const holder = holderOf(door, parts.accessKeyId);
	if (holder?.secretAccessKey === undefined || holder.sessionToken !== request.headers.get("x-amz-security-token")) {
		return refuse("UnrecognizedClientException", "The security token included in the request is invalid.");
	}
	if (!parts.signedHeaders.includes("host")) {
		return invalidSignature("'Host' must be a 'SignedHeader' in the AWS Authorization.");
	}
	const expected = await signatureOf(request, parts, date, holder.secretAccessKey);
	if (!isSame(expected, parts.signature) || !hasHonestHash(request)) {
		return invalidSignature(
			"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
		);
	}
	return callerOf(door, placeOf(door, parts.accessKeyId, parts.region), parts.accessKeyId);
}

function holderOf({ principals, secretOf }: FrontDoor, accessKeyId: string): Partial<KeyHolder> | undefined {
	if (principals !== undefined) return principals.find((holder) => holder.accessKeyId === accessKeyId);
	const secretAccessKey = secretOf?.(accessKeyId);
	return secretAccessKey === undefined ? undefined : { secretAccessKey };
}

const basicDate = (date: Date): string => date.toISOString().replaceAll(/[-:]|\.\d+/g, "");

function dateOf(basic: string): Date {
	return new Date(basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

function timeProblem(date: string, now: Date): string | undefined {
	const signedAt = dateOf(date);
	if (Number.isNaN(signedAt.getTime())) return `Date must be in ISO-8601 'basic format'. Got '${date}'.`;
	const oldest = new Date(now.getTime() - oldestMinutes * minute);
	const newest = new Date(now.getTime() + newestMinutes * minute);
	const bound = (limit: Date, sign: string, minutes: number) => `${basicDate(limit)} (${basicDate(now)} ${sign} ${minutes} min.)`;
	if (signedAt < oldest) return `Signature expired: ${date} is now earlier than ${bound(oldest, "-", oldestMinutes)}`;
	if (signedAt > newest) return `Signature not yet current: ${date} is still later than ${bound(newest, "+", newestMinutes)}`;
	return undefined;
}

async function signatureOf(request: SignedRequest, parts: Authorization, date: string, secretAccessKey: string): Promise<string> {
	const { accessKeyId, region, signedHeaders } = parts;
	const signer = new SignatureV4({
		...{ service: "swf", region, sha256: Hash.bind(null, "sha256"), applyChecksum: false },
		credentials: { accessKeyId, secretAccessKey },
	});
	const { pathname } = new URL(request.path, "http://localhost");
	const given = signedHeaders.map((name) => [name, request.headers.get(name) ?? ""]);
	const headers = Object.fromEntries(given) as Record<string, string>;
	const signable = new SignableRequest({ method: "POST", path: pathname, headers, body: request.body });
	const signed = await signer.sign(signable, { signingDate: dateOf(date), signableHeaders: new Set(signedHeaders) });
	return parameterOf(signed.headers["authorization"] ?? "", "Signature") ?? "";
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The signature covers a hash of the body that the request may bring along; it has to be the right one. */
function hasHonestHash({ headers, body }: SignedRequest): boolean {
	const hash = headers.get("x-amz-content-sha256");
	return hash === undefined || hash === sha256(body);
}

const isSame = (one: string, other: string): boolean =>
	one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
