import { UsageError } from "../cli/terminal.ts";

/**
 * The address that the environment names for a service; undefined where AWS's own is meant.
 *
 * @throws UsageError where it is no address, or holds a password, which every report would show
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function configuredEndpoint(service: "SWF" | "STS", environment: NodeJS.ProcessEnv): string | undefined {
	if (environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.toLowerCase() === "true") return undefined;
	const endpoint = environment[`AWS_ENDPOINT_URL_${service}`] ?? environment["AWS_ENDPOINT_URL"];
	if (endpoint === undefined || endpoint === "") return undefined;
	if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint) || new URL(endpoint).password !== "")
		throw new UsageError(`AWS_ENDPOINT_URL for ${service}: expected an address as http://127.0.0.1:5000, without a password`);
	return endpoint;
}
