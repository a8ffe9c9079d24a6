import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { packageRoot } from "../cli/corpus.ts";
import { allPages } from "./pages.ts";

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const plain = (html: string): string =>
	html.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);

const htmlOf = (path: string): string =>
	micromark(readFileSync(join(packageRoot, path), "utf8"), { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(html: string): ReadonlySet<string> {
	const anchors = new Set<string>();
	for (const [, heading = ""] of html.matchAll(/<h[1-6]>([\s\S]*?)<\/h[1-6]>/g)) {
		const slug = plain(heading)
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, "")
			.replaceAll(" ", "-");
		let anchor = slug;
		for (let again = 1; anchors.has(anchor); again += 1) anchor = `${slug}-${again}`;
		anchors.add(anchor);
	}
	return anchors;
}

const pages = new Map(
	allPages().map((path) => {
		const html = htmlOf(path);
		const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = ""]) => decodeURI(plain(href)));
		return [path, { anchors: anchorsOf(html), links: links.filter((href) => !/^[a-z]+:/.test(href)) }] as const;
	}),
);

const target = (from: string, href: string): readonly [path: string, anchor: string] => {
	const [path = "", anchor = ""] = href.split("#");
	return [path === "" ? from : posix.normalize(posix.join(dirname(from), path)), anchor];
};

test("every link from a page to a file or a heading leads somewhere", () => {
	const broken = [...pages].flatMap(([from, { links }]) =>
		links
			.filter((href) => {
				const [path, anchor] = target(from, href);
				const there = existsSync(join(packageRoot, path)) && !path.startsWith("..");
				return !there || (anchor !== "" && pages.get(path)?.anchors.has(anchor) !== true);
			})
			.map((href) => `${from}: ${href}`),
	);
	expect(broken).toEqual([]);
});

test("every page can be reached from the index of the documentation", () => {
	const reached = new Set<string>();
	const visit = (path: string): void => {
		const page = pages.get(path);
		if (page === undefined || reached.has(path)) return;
		reached.add(path);
		for (const [to] of page.links.map((href) => target(path, href))) {
			visit(to);
			// Of a folder its README is shown.
			visit(posix.join(to, "README.md"));
		}
	};
	visit("docs/README.md");
	expect([...pages.keys()].filter((path) => !reached.has(path))).toEqual([]);
});
