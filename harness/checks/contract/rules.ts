import { absentMembersAreLeftOut } from "./absent-members-are-left-out.ts";
import { answersAreNoDocumentationSamples } from "./answers-are-no-documentation-samples.ts";
import { answersHaveStatus200 } from "./answers-have-status-200.ts";
import { bodiesAreJsonObjects } from "./bodies-are-json-objects.ts";
import { contentTypesAnswerInKind } from "./content-types-answer-in-kind.ts";
import { enumsHaveModelledValues } from "./enums-have-modelled-values.ts";
import { eventsHaveTheAttributesOfTheirType } from "./events-have-the-attributes-of-their-type.ts";
import { faultHeadersAgree } from "./fault-headers-agree.ts";
import { faultMessagesAreTexts } from "./fault-messages-are-texts.ts";
import { faultTypesHaveTheirNamespace } from "./fault-types-have-their-namespace.ts";
import { faultsAreModelled } from "./faults-are-modelled.ts";
import { faultsHaveStatus400 } from "./faults-have-status-400.ts";
import { faultsNameTheirType } from "./faults-name-their-type.ts";
import { membersAreModelled } from "./members-are-modelled.ts";
import { membersHaveTheirTypes } from "./members-have-their-types.ts";
import { pagesAreNoLongerThanAsked } from "./pages-are-no-longer-than-asked.ts";
import { requestIdsAreUuids } from "./request-ids-are-uuids.ts";
import { requiredMembersAreThere } from "./required-members-are-there.ts";
import { responsesCarryARequestId } from "./responses-carry-a-request-id.ts";
import type { Rule } from "./rule.ts";
import { statusesTellAnswersFromFaults } from "./statuses-tell-answers-from-faults.ts";
import { textsHaveTheirForm } from "./texts-have-their-form.ts";
import { timestampsAreEpochSeconds } from "./timestamps-are-epoch-seconds.ts";
import { valuesKeepTheirLimits } from "./values-keep-their-limits.ts";
import { voidAnswersAreEmpty } from "./void-answers-are-empty.ts";

/** Every rule of the contract, by the name of its clause in specs/clauses/contract.yaml. */
export const rules = {
	"answers-are-no-documentation-samples": answersAreNoDocumentationSamples,
	"statuses-tell-answers-from-faults": statusesTellAnswersFromFaults,
	"bodies-are-json-objects": bodiesAreJsonObjects,
	"members-have-their-types": membersHaveTheirTypes,
	"timestamps-are-epoch-seconds": timestampsAreEpochSeconds,
	"required-members-are-there": requiredMembersAreThere,
	"enums-have-modelled-values": enumsHaveModelledValues,
	"values-keep-their-limits": valuesKeepTheirLimits,
	"texts-have-their-form": textsHaveTheirForm,
	"events-have-the-attributes-of-their-type": eventsHaveTheAttributesOfTheirType,
	"pages-are-no-longer-than-asked": pagesAreNoLongerThanAsked,
	"faults-name-their-type": faultsNameTheirType,
	"fault-messages-are-texts": faultMessagesAreTexts,
	"fault-headers-agree": faultHeadersAgree,
	"faults-are-modelled": faultsAreModelled,
	"members-are-modelled": membersAreModelled,
	"answers-have-status-200": answersHaveStatus200,
	"faults-have-status-400": faultsHaveStatus400,
	"content-types-answer-in-kind": contentTypesAnswerInKind,
	"responses-carry-a-request-id": responsesCarryARequestId,
	"request-ids-are-uuids": requestIdsAreUuids,
	"void-answers-are-empty": voidAnswersAreEmpty,
	"fault-types-have-their-namespace": faultTypesHaveTheirNamespace,
	"absent-members-are-left-out": absentMembersAreLeftOut,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
