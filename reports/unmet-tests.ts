import type { ReportFrame } from "./report.ts";
import { shortened, visibleLine } from "./visible.ts";

/** An entry of the expectations file that is not met, as a failing test: the word that formats have which know only tests. */
export interface UnmetTest {
	/** `expectations/known.yaml:5:13` */
	readonly name: string;
	readonly message: string;
}

/** The suite that such tests are in; no scenario can be, since expectations are no scenarios. */
export const unmetSuite = "expectations";

/** Likewise what became of them. */
export const unmetStatus = "unmet";

/** A test for each entry that is not met. */
export const unmetTests = ({ unmet = [] }: Pick<ReportFrame, "unmet">): readonly UnmetTest[] =>
	unmet.map((line, index) => {
		const [, place = String(index + 1), message = line] = /^(.+?:\d+:\d+): (.*)$/s.exec(line) ?? [];
		return { name: `${unmetSuite}/${visibleLine(place)}`, message: shortened(visibleLine(message), 500) };
	});
