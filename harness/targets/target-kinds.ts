import type { Target } from "./target.ts";

/** What each name of `--target` opens. A target is loaded only when it is asked for. */
export const targetKinds = {
	mock: async (): Promise<Target> => (await import("./mock.ts")).openMock(),
	reference: async (): Promise<Target> => (await import("./reference.ts")).openReference("wall"),
	"reference:virtual": async (): Promise<Target> => (await import("./reference.ts")).openReference("virtual"),
} as const;

export const targetForms = `${Object.keys(targetKinds).join(", ")}, or an address as http://127.0.0.1:5000`;

const isTargetName = (text: string): text is keyof typeof targetKinds => Object.hasOwn(targetKinds, text);

/** Opens what `--target` names; undefined when the text is none of the forms. */
export async function openTarget(text: string, environment: NodeJS.ProcessEnv): Promise<Target | undefined> {
	if (isTargetName(text)) return targetKinds[text]();
	if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined;
	// Reports name the address, and a password in it would get there too; credentials come from the environment.
	const { username, password } = new URL(text);
	if (username !== "" || password !== "") return undefined;
	return (await import("./endpoint.ts")).openEndpoint(text, environment);
}
