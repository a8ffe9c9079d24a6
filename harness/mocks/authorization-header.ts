const service = "swf";
const terminator = "aws4_request";
const algorithm = "AWS4-HMAC-SHA256";

/** What an Authorization header of Signature Version 4 says. */
export interface Authorization {
	readonly accessKeyId: string;
	readonly day: string;
	readonly region: string;
	readonly service: string;
	readonly terminator: string;
	readonly signedHeaders: readonly string[];
	readonly signature: string;
}

/** The value of one of its parameters. */
export const parameterOf = (authorization: string, name: string): string | undefined =>
	new RegExp(`[\\s,]${name}=([^,\\s]+)`).exec(authorization)?.[1];

/** Reads the header; nothing when parts of it are missing. */
export function readAuthorization(authorization: string): Authorization | undefined {
	const credential = parameterOf(authorization, "Credential")?.split("/") ?? [];
	const signedHeaders = parameterOf(authorization, "SignedHeaders");
	const signature = parameterOf(authorization, "Signature");
	const [accessKeyId, day, region, scopeService, scopeTerminator, ...rest] = credential;
	if (accessKeyId === undefined || day === undefined || region === undefined || scopeService === undefined) return undefined;
	if (scopeTerminator === undefined || rest.length > 0 || signedHeaders === undefined || signature === undefined)
		return undefined;
	const scope = { accessKeyId, day, region, service: scopeService, terminator: scopeTerminator };
	return { ...scope, signedHeaders: signedHeaders.toLowerCase().split(";"), signature };
}

/** Names what an Authorization header lacks, sentence by sentence; empty when it is complete. */
export function incompleteness(authorization: string, parts: Authorization | undefined, date: string | undefined): string {
	const missing = ["Credential", "Signature", "SignedHeaders"]
		.filter((name) => parameterOf(authorization, name) === undefined)
		.map((name) => `Authorization header requires '${name}' parameter. `);
	if (date === undefined) missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
	if (missing.length > 0) return missing.join("");
	const [name = ""] = authorization.split(" ");
	if (name !== algorithm) return `Unsupported AWS 'algorithm': '${name}'. `;
	return parts === undefined ? "Credential must have exactly 5 slash-delimited elements, keyid/date/region/service/term. " : "";
}

/** Says what the credential should have been scoped to, all of it together; nothing when it is. */
export function scopeProblem(parts: Authorization, date: string, region: string | undefined): string | undefined {
	const problems = [
		...(region === undefined || region === parts.region
			? []
			: [`Credential should be scoped to a valid region, not '${parts.region}'. `]),
		...(parts.service === service ? [] : [`Credential should be scoped to correct service: '${service}'. `]),
		...(parts.terminator === terminator
			? []
			: [`Credential should be scoped with a valid terminator: '${terminator}', not '${parts.terminator}'. `]),
		...(date.startsWith(`${parts.day}T`)
			? []
			: [
					`Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${parts.day}', '${date}'. `,
				]),
	];
	return problems.length === 0 ? undefined : problems.join("");
}
