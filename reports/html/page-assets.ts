import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { packageFile } from "../package-file.ts";
import { timelineStyle } from "./timeline/timeline-style.ts";

/** What a page brings along to look and to behave as it does, and the policy that lets nothing else in. */
export interface PageAssets {
	readonly style: string;
	readonly script: string;
	/** https://www.w3.org/TR/CSP3/, for a `meta` element. */
	readonly policy: string;
}

/** The modules of the script in an order in which each comes after those that it imports; every name in them is there once. */
export const scriptModules = [
	...[
		"visible",
		"build",
		"data",
		"pretty-json",
		"address",
		"diff-view",
		"finding-view",
		"clauses-view",
		"exchange-view",
		"case-view",
		"case-list",
		"filter",
	],
	...["open-case", "theme", "copy", "print", "main"],
] as const;

/** Reads the style and the script. Modules cannot be imported by a page that is one file, so they are put into one. */
export async function pageAssets(): Promise<PageAssets> {
	const [look, ...modules] = await Promise.all(
		["page.css", ...scriptModules.map((name) => `browser/${name}.js`)].map((name) =>
			readFile(packageFile(`reports/html/${name}`), "utf8"),
		),
	);
	const style = `${look}${timelineStyle}`;
	const script = `"use strict";\n(() => {\n${modules.map(withoutModule).join("")}})();\n`;
	return { style, script, policy: policyFor(style, script) };
}

/** Imports stand on lines of their own, and what is exported is declared where it is: Biome writes both so. */
const withoutModule = (text: string): string => text.replace(/^import [^;]+;\n/gm, "").replace(/^export (?=\w)/gm, "");

/**
 * Nothing is loaded, and nothing runs but the script of these very bytes. Since text can be made neither a script nor HTML there, what a
 * target sent stays text even if something of it were forgotten to be escaped.
 */
const policyFor = (style: string, script: string): string =>
	[
		"default-src 'none'",
		`style-src '${hashOf(style)}'`,
		`script-src '${hashOf(script)}'`,
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join("; ");

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
