import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { renderHtml } from "../../reports/render-html.ts";
import type { Report } from "../../reports/report.ts";
import { sourceOf } from "../../reports/report-source.ts";

const flags = [
	...["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
	...["--disable-sync", "--disable-quic"],
];

/** A browser for the pages of one file of tests. */
export async function openBrowser() {
	const folder = await mkdtemp(join(tmpdir(), "page-"));
	const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
	let count = 0;
	const written = async (report: Report): Promise<string> => {
		count += 1;
		const path = join(folder, `report-${count}.html`);
		await writeFile(path, renderHtml(sourceOf(report)));
		return path;
	};
	return {
		/** Opens a file as a person does, from the disk. */
		open: (path: string, options: OpenOptions = {}) => watched(browser.newContext(contextOf(options)), path, options),
		/** Opens the page of a report. */
		show: async (report: Report, options: OpenOptions = {}) =>
			watched(browser.newContext(contextOf(options)), await written(report), options),
		/** Likewise, where no script may run. */
		async showStill(report: Report, options: OpenOptions = {}) {
			const context = await browser.newContext({ ...contextOf(options), javaScriptEnabled: false });
			const page = await context.newPage();
			await page.goto(`${pathToFileURL(await written(report)).href}${options.hash ?? ""}`);
			return { page };
		},
		folder,
		async [Symbol.asyncDispose]() {
			await browser.close();
			await rm(folder, { recursive: true });
		},
	};
}

export type OpenOptions = BrowserContextOptions & {
	/** What follows the name of the file, with `#`. */
	readonly hash?: string;
};

const contextOf = ({ hash: _, ...options }: OpenOptions): BrowserContextOptions => options;

/** A page, and everything that it did which no page may do, a line each. */
export interface WatchedPage {
	readonly page: Page;
	readonly troubles: readonly string[];
}

async function watched(opening: Promise<BrowserContext>, path: string, { hash = "" }: OpenOptions): Promise<WatchedPage> {
	const context = await opening;
	const troubles: string[] = [];
	const address = `${pathToFileURL(path).href}${hash}`;
	const isPage = (url: string): boolean => url.split("#")[0] === address.split("#")[0];
	await context.exposeBinding("tellTrouble", (_, text: string) => troubles.push(text));
	await context.addInitScript(() => {
		const tell: unknown = Reflect.get(globalThis, "tellTrouble");
		const told = (text: string) => typeof tell === "function" && tell(text);
		Reflect.set(globalThis, "ran", (what: string) => told(`a script ran: ${what}`));
		document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
			told(`against the policy: ${violatedDirective} ${blockedURI} ${sample}`);
		});
	});
	const page = await context.newPage();
	page.on("requestfinished", (request) => isPage(request.url()) || troubles.push(`was given ${request.url()}`));
	// What the policy keeps back is told of as against the policy.
	page.on("requestfailed", (request) => request.failure()?.errorText === "csp" || troubles.push(`asked for ${request.url()}`));
	page.on("console", (message) => troubles.push(`console: ${message.text()}`));
	page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
	page.on("dialog", (dialog) => {
		troubles.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on("popup", (popup) => troubles.push(`opened ${popup.url()}`));
	page.on("framenavigated", (frame) => isPage(frame.url()) || troubles.push(`went to ${frame.url()}`));
	await page.goto(address);
	await page.waitForFunction(() => document.getElementById("status")?.textContent !== "");
	return { page, troubles };
}
