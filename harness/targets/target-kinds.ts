import { presetNames } from "./container/presets.ts";
import type { Target, TargetOptions } from "./target.ts";

/** Opens a target by its text; undefined where the text is not of its form. */
type Open = (text: string, options: TargetOptions) => Promise<Target | undefined>;

/** What each name of `--target` opens. A target is loaded only when it is asked for. */
export const targetKinds = {
	mock: async (): Promise<Target> => (await import("./mock.ts")).openMock(),
	reference: async (): Promise<Target> => (await import("./reference.ts")).openReference("wall"),
	"reference:virtual": async (): Promise<Target> => (await import("./reference.ts")).openReference("virtual"),
} as const;

const address: Open = async (text, { environment }) => (await import("./endpoint.ts")).openEndpoint(text, environment);

const image: Open = async (text, options) => {
	const { openContainer, settingsOfImage } = await import("./container/open-container.ts");
	const settings = settingsOfImage(text, options.container ?? {});
	return settings && openContainer(text, settings, options);
};

const preset: Open = async (text, options) => {
	const { openContainer, settingsOfPreset } = await import("./container/open-container.ts");
	const settings = settingsOfPreset(text, options.container ?? {}, options.environment);
	return settings && openContainer(text, settings, options);
};

const aws: Open = async (text, options) => (await import("./aws.ts")).openAws(text.slice("aws:".length), options);

/** Kinds whose name goes on with something of the user's, by how their texts begin. */
const prefixedKinds: Readonly<Record<string, Open>> = {
	...{ "http://": address, "https://": address, "image:": image, "aws:": aws },
	...Object.fromEntries(presetNames.map((name) => [name, preset])),
};

/** The names that mean a target by themselves. */
export const targetNames: readonly string[] = [...Object.keys(targetKinds), ...presetNames];

/** Whether a container would be started for a target of this text. */
export const isContainerForm = (text: string): boolean => ["image:", ...presetNames].some((begin) => text.startsWith(begin));

export const targetForms = `${[...targetNames, "image:NAME:TAG", "aws:REGION"].join(", ")}, or an address as http://127.0.0.1:5000`;

const isTargetName = (text: string): text is keyof typeof targetKinds => Object.hasOwn(targetKinds, text);

/** Opens what `--target` names; undefined when the text is none of the forms. */
export async function openTarget(text: string, options: TargetOptions): Promise<Target | undefined> {
	if (isTargetName(text)) return targetKinds[text]();
	const prefix = Object.keys(prefixedKinds).find((begin) => text.startsWith(begin));
	return prefix === undefined ? undefined : prefixedKinds[prefix]?.(text, options);
}
