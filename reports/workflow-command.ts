import { shortened } from "./visible.ts";

export type AnnotationKind = "error" | "warning" | "notice";

/** The runner cuts a message at 4,096 characters. */
const longestMessage = 4_000;
/** GitHub's API takes titles of 255 characters. */
const longestTitle = 200;

/**
 * A line that the runner of a GitHub Action takes for an annotation, whatever stands in it.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotationLine(
	kind: AnnotationKind,
	properties: { readonly file?: string; readonly title: string },
	message: string,
): string {
	const given = Object.entries(properties).map(([name, value]) => `${name}=${property(shortened(value, longestTitle))}`);
	return `::${kind} ${given.join(",")}::${data(shortened(message, longestMessage))}\n`;
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
