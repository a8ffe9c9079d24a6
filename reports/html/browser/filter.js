/** @import { Choice } from "./address.js" */

/** @param {string} id */
const control = (id) => /** @type {HTMLInputElement | HTMLSelectElement} */ (document.getElementById(id));

const boxes = () => [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("#filters input[name=verdict]"))];

/** What the controls choose. @returns {Omit<Choice, "id">} */
export const choiceOfControls = () => ({
	verdicts: boxes()
		.filter(({ checked }) => checked)
		.map(({ value }) => value),
	area: control("area").value,
	clause: control("clause").value.trim(),
	text: control("text").value.trim(),
});

/** Sets the controls to a choice. @param {Omit<Choice, "id">} choice */
export function setControls({ verdicts, area, clause, text }) {
	for (const box of boxes()) box.checked = verdicts.includes(box.value);
	control("area").value = area;
	control("clause").value = clause;
	control("text").value = text;
}

/** Says how many cases are shown, to those who hear it too. @param {string} text */
export function tell(text) {
	const status = document.getElementById("status");
	if (status !== null) status.textContent = text;
}
