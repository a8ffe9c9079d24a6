import { choiceIn, hashOf } from "./address.js";
import { casesListed, show } from "./case-list.js";
import { copyBeside } from "./copy.js";
import { choiceOfControls, setControls, tell } from "./filter.js";
import { fill, fillExchange, goToExchange, listOthers } from "./open-case.js";
import { preparePrinting } from "./print.js";
import { switchTheme } from "./theme.js";

const cases = casesListed();
let meant = "";

function refresh() {
	const shown = show(cases, { ...choiceOfControls(), id: meant });
	tell(`${shown} of ${cases.length} cases shown`);
}

/** Follows the address: chooses, and goes to the case that it names or else to the list. */
async function follow() {
	if (/^#[^=]+$/.test(location.hash)) return; // a place of the page
	const choice = choiceIn(location.hash);
	setControls(choice);
	meant = choice.id;
	refresh();
	const one = cases.find(({ id }) => id === meant);
	if (one === undefined) {
		if (meant !== "") tell(`there is no case ${meant} in this report`);
		if (hashOf(choice) !== "") document.getElementById("cases")?.scrollIntoView();
		return;
	}
	await fill(one.row);
	one.row.open = true;
	one.row.querySelector("summary")?.focus({ preventScroll: true });
	one.row.scrollIntoView({ block: "start" });
}

/** Puts what is chosen into the address, so that it can be sent to somebody. */
const keepAddress = () => {
	const hash = hashOf({ ...choiceOfControls(), id: meant });
	history.replaceState(null, "", hash === "" ? location.pathname + location.search : hash);
};

function chosen() {
	meant = "";
	refresh();
	keepAddress();
}

/** @param {Event} event */
async function toggled({ target }) {
	if (!(target instanceof HTMLDetailsElement)) return;
	if (!target.open) return;
	if (target.classList.contains("exchange")) fillExchange(target);
	if (target.classList.contains("case")) await fill(target);
}

/** A case that somebody opens is the one that the address means, until it is closed. @param {HTMLDetailsElement} row */
function used(row) {
	const id = row.id.slice("case=".length);
	if (row.open && meant !== id) return;
	meant = row.open ? "" : id; // the click opens or closes it only after this
	keepAddress();
}

/** @param {Event} event */
async function pressed({ target }) {
	if (!(target instanceof Element)) return;
	const row = target.closest(".case > summary")?.parentElement;
	if (row instanceof HTMLDetailsElement) used(row);
	const button = target.closest("button");
	if (button === null) return;
	if (button.classList.contains("copy")) await copyBeside(button);
	if (button.classList.contains("witness")) goToExchange(button);
	if (button.classList.contains("more")) listOthers(button);
	if (button.id === "reset") {
		setControls({ verdicts: [], area: "", clause: "", text: "" });
		chosen();
	}
}

for (const part of document.querySelectorAll(".tools, #filters")) part.removeAttribute("hidden");
const [theme, printer] = [document.getElementById("theme"), document.getElementById("print")];
if (theme !== null) switchTheme(theme);
if (printer !== null) preparePrinting(cases, printer);
document.getElementById("filters")?.addEventListener("input", chosen);
addEventListener("toggle", toggled, true); // it does not bubble
addEventListener("click", pressed);
addEventListener("hashchange", follow);
addEventListener("unhandledrejection", ({ reason }) =>
	tell(`this cannot be shown: ${reason instanceof Error ? reason.message : reason}`),
);
void follow();
