import { expect, test } from "vitest";
import { rendered, richReport } from "./fixtures/load.ts";
import { renderTerminal } from "./render-terminal.ts";
import { type ReportFormat, renderers } from "./renderers.ts";

/** What each format says of a report that is a part of others. */
const saying: { readonly [format in ReportFormat]?: string } = {
	json: '"shard": {\n    "index": 2,\n    "of": 5\n  }',
	junit: '<testsuites name="swf-conformance, shard 2 of 5"',
	markdown: "# SWF conformance of `moto`, shard 2 of 5\n",
	ctrf: '"shard": "2/5"',
	tap: "\n# shard 2 of 5\n",
	html: "<dt>Part</dt><dd>shard 2 of 5</dd>",
	annotations: "::notice title=SWF conformance of moto%2C shard 2 of 5::",
};

test.each(Object.entries(saying))("%s says which part of the cases it is about", async (name, text) => {
	const { render } = renderers[name as ReportFormat];
	const report = await richReport();
	expect(await rendered(render, { ...report, shard: { index: 2, of: 5 } })).toContain(text);
	expect(await rendered(render, report)).not.toContain("shard");
});

test("so does the terminal", async () => {
	const text = await rendered((source) => renderTerminal(source, { color: false, width: 100 }), {
		...(await richReport()),
		shard: { index: 2, of: 5 },
	});
	expect(text).toContain("\npart        shard 2 of 5\n");
});
