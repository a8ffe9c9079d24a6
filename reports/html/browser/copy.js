/**
 * Copies the command beside a button. Where the browser keeps pages from doing so, the command is selected instead.
 *
 * @param {HTMLElement} button
 */
export async function copyBeside(button) {
	const text = button.parentElement?.querySelector("pre");
	if (!text) return;
	const isCopied = await copied(text.textContent ?? "");
	if (!isCopied) getSelection()?.selectAllChildren(text);
	const label = button.firstElementChild;
	if (label !== null) label.textContent = isCopied ? "Copied" : "Selected, now copy";
	const said = document.getElementById("said");
	if (said !== null) said.textContent = isCopied ? "copied" : "the command is selected; copy it";
}

/** @param {string} text */
async function copied(text) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false; // not asked for by a person, or a page that came over plain HTTP
	}
}
