import type { Target } from "./target.ts";

/** What each form of `--target` opens. A target is loaded only when it is asked for. */
export const targetKinds = {
	mock: async (): Promise<Target> => (await import("./mock.ts")).openMock(),
	reference: async (): Promise<Target> => (await import("./reference.ts")).openReference(),
} as const;

export const targetForms = "mock, reference, or an address as http://127.0.0.1:5000";

/** Opens what `--target` names; undefined when the text is none of the forms. */
export async function openTarget(text: string, environment: NodeJS.ProcessEnv): Promise<Target | undefined> {
	if (text === "mock" || text === "reference") return targetKinds[text]();
	if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined;
	return (await import("./endpoint.ts")).openEndpoint(text, environment);
}
