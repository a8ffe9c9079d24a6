const dark = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (document.documentElement.dataset["theme"] ?? (dark.matches ? "dark" : "light")) === "dark";

/** A button that changes between light and dark; until it is pressed the system decides. @param {HTMLElement} button */
export function switchTheme(button) {
	const name = () => {
		button.textContent = isDark() ? "Light theme" : "Dark theme";
	};
	button.addEventListener("click", () => {
		document.documentElement.dataset["theme"] = isDark() ? "light" : "dark";
		name();
	});
	dark.addEventListener("change", name);
	name();
}
