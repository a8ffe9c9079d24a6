import type { ClientKind, ClientOptions } from "./client.ts";

/** What each name of `--client` opens. A client is loaded only when it is asked for. */
export const clientKinds = {
	sdk: async (): Promise<ClientKind> => (await import("./sdk.ts")).sdkClients(),
	wire: async (): Promise<ClientKind> => (await import("./wire.ts")).wireClients(),
} as const;

/** Kinds whose name goes on with something of the user's, by how their texts begin. Each is given what follows. */
const prefixedKinds: Readonly<Record<string, (rest: string, options: ClientOptions) => Promise<ClientKind>>> = {
	"sdk:": async (path) => (await import("./sdk.ts")).sdkClientsIn(path),
	"exec:": async (command, options) => (await import("./exec/exec.ts")).execClients(command, options),
};

export const clientForms: readonly string[] = [...Object.keys(clientKinds), "sdk:PATH", "exec:COMMAND"];

const isClientName = (text: string): text is keyof typeof clientKinds => Object.hasOwn(clientKinds, text);

/** Opens what `--client` names; undefined when the text is none of the forms. */
export async function openClientKind(text: string, options: ClientOptions): Promise<ClientKind | undefined> {
	if (isClientName(text)) return clientKinds[text]();
	const prefix = Object.keys(prefixedKinds).find((begin) => text.startsWith(begin));
	return prefix === undefined ? undefined : prefixedKinds[prefix]?.(text.slice(prefix.length), options);
}
