import type { ClientKind } from "./client.ts";

/** What `--client` names. Each is loaded only when it is asked for. */
export const clientKinds = {
	sdk: async (): Promise<ClientKind> => (await import("./sdk.ts")).sdkClients(),
	wire: async (): Promise<ClientKind> => (await import("./wire.ts")).wireClients(),
} as const;

export type ClientName = keyof typeof clientKinds;
export const clientNames = Object.keys(clientKinds) as readonly ClientName[];
