import { GetCallerIdentityCommand, STSClient, STSServiceException } from "@aws-sdk/client-sts";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { UnreachableError, UsageError } from "../cli/terminal.ts";
import type { Credentials } from "../clients/client.ts";

/** Who calls AWS. */
export interface Caller {
	/** Twelve digits; whoever prints it masks it. */
	readonly account: string;
	/** As they are now. */
	readonly credentials: Credentials;
	/** Renews credentials that will run out soon. */
	renew(): Promise<void>;
}

/** Seconds for STS to answer. */
const patienceSeconds = 10;

/**
 * Finds credentials as every AWS tool does, and asks STS whose they are, which nobody needs a permission for.
 *
 * @param endpoint of STS, if not AWS's own
 * @throws UsageError without credentials that hold, UnreachableError where STS does not answer
 */
export async function findCaller(region: string, endpoint: string | undefined, interrupt: AbortSignal): Promise<Caller> {
	const provide = defaultProvider();
	const find = () =>
		provide().catch((error: unknown) => {
			throw new UsageError(`no AWS credentials: ${error instanceof Error ? error.message : String(error)}`);
		});
	let current: Credentials = await find();
	return {
		account: await accountOf(current, region, endpoint, interrupt),
		get credentials() {
			return current;
		},
		async renew() {
			// What cannot be renewed now may be still good, or may be renewed before the next request; if not, AWS says so.
			current = await provide().catch(() => current);
		},
	};
}

async function accountOf(
	credentials: Credentials,
	region: string,
	endpoint: string | undefined,
	interrupt: AbortSignal,
): Promise<string> {
	const client = new STSClient({ region, credentials, ...(endpoint === undefined ? {} : { endpoint }) });
	const abortSignal = AbortSignal.any([interrupt, AbortSignal.timeout(patienceSeconds * 1000)]);
	try {
		const { Account } = await client.send(new GetCallerIdentityCommand(), { abortSignal });
		if (Account === undefined || !/^\d{12}$/.test(Account)) throw new UsageError("STS names no account for these credentials");
		return Account;
	} catch (error) {
		if (error instanceof UsageError) throw error;
		if (error instanceof STSServiceException) throw new UsageError(`STS refuses the AWS credentials: ${error.name}`);
		throw new UnreachableError(`STS does not answer, so that nobody can tell whose account it is (${String(error)})`);
	} finally {
		client.destroy();
	}
}

/** An account for people who know it: its last four digits. */
export const maskedAccount = (account: string): string => account.slice(-4).padStart(account.length, "*");
