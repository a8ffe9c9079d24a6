import type { Target } from "./target.ts";
import { wallClock } from "./wall-clock.ts";

/**
 * Anything that speaks SWF at an address; undefined where the text is none. Credentials come from the environment, or are made up: emulators do not look
 * at them.
 */
export function openEndpoint(endpoint: string, environment: NodeJS.ProcessEnv): Target | undefined {
	if (!URL.canParse(endpoint)) return undefined;
	// Reports name the address, and a password in it would get there too.
	const { username, password } = new URL(endpoint);
	if (username !== "" || password !== "") return undefined;
	const sessionToken = environment["AWS_SESSION_TOKEN"];
	const credentials = {
		accessKeyId: environment["AWS_ACCESS_KEY_ID"] ?? "swfconformance",
		// Whatever is secret is blotted out of what was seen, so this must be no part of any name that a run gives.
		secretAccessKey: environment["AWS_SECRET_ACCESS_KEY"] ?? "not a secret, made up for a target that looks at none",
		...(sessionToken === undefined ? {} : { sessionToken }),
	};
	return {
		name: endpoint,
		endpoint,
		region: environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? "us-east-1",
		inProcess: false,
		clock: "wall",
		lacks: ["signature-verification"],
		ephemeral: false,
		patience: 1,
		concurrency: 4,
		session: () => ({ credentials, clock: wallClock }),
		[Symbol.asyncDispose]: async () => undefined,
	};
}
