import { satisfies, validate } from "compare-versions";

/** Whether a text is a range of versions, as `<5.3`, `5.2.x`, `^5.1 || 4.x` or a version alone. */
export function isRange(text: string): boolean {
	try {
		satisfies("0.0.0", text);
		return true;
	} catch (error) {
		if (error instanceof Error && error.message.includes("not valid semver")) return false;
		throw error;
	}
}

/** Whether a text can be the name of a version that is no number, as `latest` or `2024-11`: it means itself only. */
export const isVersionName = (text: string): boolean => /^[A-Za-z0-9][\w.+-]*$/.test(text);

/** Whether a version is one of these: in a range, or named word for word. A version that is no number, as `latest`, is in no range. */
export const isAmong = (versions: readonly string[], version: string): boolean =>
	versions.some((each) => each === version || (isRange(each) && validate(version) && satisfies(version, each)));

/** The tag of an image, `5.2.5` of `example.org:5000/moto:5.2.5`, where it has one. */
export const tagOf = (image: string): string | undefined => /:([^:/]+)$/.exec(image.replace(/@.*$/, ""))?.[1];
