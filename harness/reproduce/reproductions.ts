import type { Recipe } from "./recipe.ts";
import type { RecordedCase } from "./recorded-case.ts";
import { renderAwsCli } from "./render-aws-cli.ts";
import { renderCurl } from "./render-curl.ts";
import { renderIssue } from "./render-issue.ts";
import { renderSdkJs } from "./render-sdk-js.ts";

/** The forms in which a case can be reproduced, by the name that selects them. */
export const reproductions = {
	"aws-cli": renderAwsCli,
	curl: renderCurl,
	"sdk-js": renderSdkJs,
	issue: renderIssue,
} satisfies Record<string, (recipe: Recipe, recorded: RecordedCase) => string>;

export type ReproductionForm = keyof typeof reproductions;

export const reproductionForms = Object.keys(reproductions) as readonly ReproductionForm[];
