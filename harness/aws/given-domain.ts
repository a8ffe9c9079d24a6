import { DescribeDomainCommand, SWFClient, SWFServiceException } from "@aws-sdk/client-swf";
import { UsageError, unreachable } from "../cli/terminal.ts";
import type { ClientSettings } from "../clients/client.ts";

/** Seconds for SWF to answer. */
const patienceSeconds = 10;

/**
 * Looks at the domain that `--domain` names: how many days it keeps closed executions.
 *
 * @throws UsageError where no run can play in it, UnreachableError where nobody answers
 */
export async function retentionOf(name: string, settings: ClientSettings, interrupt: AbortSignal): Promise<number> {
	const { endpoint, region, credentials } = settings;
	const client = new SWFClient({ endpoint, region, credentials });
	const abortSignal = AbortSignal.any([interrupt, AbortSignal.timeout(patienceSeconds * 1000)]);
	try {
		const { domainInfo, configuration } = await client.send(new DescribeDomainCommand({ name }), { abortSignal });
		if (domainInfo?.status !== "REGISTERED") throw new UsageError(`--domain ${name}: it is deprecated, and takes nothing new`);
		const days = Number(configuration?.workflowExecutionRetentionPeriodInDays);
		if (!Number.isInteger(days) || days < 1)
			throw new UsageError(`--domain ${name}: it keeps no closed executions, and a run has to look at them; a day is enough`);
		return days;
	} catch (error) {
		if (error instanceof UsageError) throw error;
		if (error instanceof SWFServiceException) throw new UsageError(refusal(name, region, error.name));
		throw unreachable(endpoint, String(error));
	} finally {
		client.destroy();
	}
}

const refusal = (name: string, region: string, fault: string): string =>
	fault === "UnknownResourceFault"
		? `--domain ${name}: there is none of that name in ${region}; register it with a retention of a day, or leave --domain out`
		: `--domain ${name}: SWF does not tell of it (${fault})`;
