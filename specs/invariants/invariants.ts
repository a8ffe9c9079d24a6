import { aCancelRequestByChildPolicyNamesTheParent } from "./a-cancel-request-by-child-policy-names-the-parent.ts";
import { aCancelRequestConfirmedWasReceived } from "./a-cancel-request-confirmed-was-received.ts";
import { aCancelRequestIsRefusedOnlyForAnUnknownActivity } from "./a-cancel-request-is-refused-only-for-an-unknown-activity.ts";
import { aCancelRequestNamesAnOpenActivity } from "./a-cancel-request-names-an-open-activity.ts";
import { aCancelRequestReceivedWasSent } from "./a-cancel-request-received-was-sent.ts";
import { aCancellationByTheServiceFollowsARequest } from "./a-cancellation-by-the-service-follows-a-request.ts";
import { aCancellationRefersToTheLatestRequest } from "./a-cancellation-refers-to-the-latest-request.ts";
import { aChildClosesFromItsOwnStart } from "./a-child-closes-from-its-own-start.ts";
import { aChildClosesOnce } from "./a-child-closes-once.ts";
import { aChildIsReportedAsItClosed } from "./a-child-is-reported-as-it-closed.ts";
import { aChildIsTheOneAnnounced } from "./a-child-is-the-one-announced.ts";
import { aChildKnowsItsParent } from "./a-child-knows-its-parent.ts";
import { aChildPolicyMetIsTheParents } from "./a-child-policy-met-is-the-parents.ts";
import { aChildRunsAsItsParentAsked } from "./a-child-runs-as-its-parent-asked.ts";
import { aChildStartsOnce } from "./a-child-starts-once.ts";
import { aChildWasAnnouncedByItsParent } from "./a-child-was-announced-by-its-parent.ts";
import { aCloseIsRefusedOnlyOverUnhandledEvents } from "./a-close-is-refused-only-over-unhandled-events.ts";
import { aCloseStatusIsThatOfTheClose } from "./a-close-status-is-that-of-the-close.ts";
import { aClosingDecisionLeavesNoDecisionTaskWaiting } from "./a-closing-decision-leaves-no-decision-task-waiting.ts";
import { aDecisionTaskBringsAllThatWasKnown } from "./a-decision-task-brings-all-that-was-known.ts";
import { aDecisionTaskClosesOnce } from "./a-decision-task-closes-once.ts";
import { aDecisionTaskEndsWithItsOwnStart } from "./a-decision-task-ends-with-its-own-start.ts";
import { aDecisionTaskGoesToTheListOfItsExecution } from "./a-decision-task-goes-to-the-list-of-its-execution.ts";
import { aDecisionTaskHasTheSettingsOfItsExecution } from "./a-decision-task-has-the-settings-of-its-execution.ts";
import { aDecisionTaskHasTheTypeOfItsExecution } from "./a-decision-task-has-the-type-of-its-execution.ts";
import { aDecisionTaskIsScheduledBehindItsReason } from "./a-decision-task-is-scheduled-behind-its-reason.ts";
import { aDecisionTaskStartsOnce } from "./a-decision-task-starts-once.ts";
import { aDecisionTaskTimesOutNoEarlierThanItsLimit } from "./a-decision-task-times-out-no-earlier-than-its-limit.ts";
import { aDescriptionHasTheConfigurationOfTheStart } from "./a-description-has-the-configuration-of-the-start.ts";
import { aDescriptionHasTheTimeOfTheClose } from "./a-description-has-the-time-of-the-close.ts";
import { aDescriptionHasTheTimeOfTheStart } from "./a-description-has-the-time-of-the-start.ts";
import { aDescriptionNamesWhatWasStarted } from "./a-description-names-what-was-started.ts";
import { aHistoryBeginsWithTheStart } from "./a-history-begins-with-the-start.ts";
import { aHistoryHasAtMost25000Events } from "./a-history-has-at-most-25000-events.ts";
import { aLambdaFunctionClosesOnce } from "./a-lambda-function-closes-once.ts";
import { aLambdaFunctionStartsOnce } from "./a-lambda-function-starts-once.ts";
import { aLambdaFunctionTimesOutNoEarlierThanItsLimit } from "./a-lambda-function-times-out-no-earlier-than-its-limit.ts";
import { aLaterReadingIsNoShorter } from "./a-later-reading-is-no-shorter.ts";
import { aRequestedCancellationIsDescribed } from "./a-requested-cancellation-is-described.ts";
import { aSignalConfirmedWasReceived } from "./a-signal-confirmed-was-received.ts";
import { aSignalReceivedWasSent } from "./a-signal-received-was-sent.ts";
import { aSourceIsNamedWithItsEvent } from "./a-source-is-named-with-its-event.ts";
import { aStartNamesParentAndEventTogether } from "./a-start-names-parent-and-event-together.ts";
import { aSuccessorContinuesTheRunThatNamedIt } from "./a-successor-continues-the-run-that-named-it.ts";
import { aSuccessorKeepsTheNameOfItsType } from "./a-successor-keeps-the-name-of-its-type.ts";
import { aSuccessorOfAChildKeepsItsParent } from "./a-successor-of-a-child-keeps-its-parent.ts";
import { aSuccessorRunsAsWasDecided } from "./a-successor-runs-as-was-decided.ts";
import { aTaskIsClosedFromItsOwnStart } from "./a-task-is-closed-from-its-own-start.ts";
import { aTaskIsHandedOutOnce } from "./a-task-is-handed-out-once.ts";
import { aTaskThatStartedIsClosedAsStarted } from "./a-task-that-started-is-closed-as-started.ts";
import { aTimedOutExecutionAppliesItsOwnChildPolicy } from "./a-timed-out-execution-applies-its-own-child-policy.ts";
import { aTimeoutFitsHowFarItsTaskCame } from "./a-timeout-fits-how-far-its-task-came.ts";
import { aTimerCancellationIsRefusedOnlyForAnUnknownTimer } from "./a-timer-cancellation-is-refused-only-for-an-unknown-timer.ts";
import { aTimerEndsOnce } from "./a-timer-ends-once.ts";
import { aTimerEndsUnderItsOwnId } from "./a-timer-ends-under-its-own-id.ts";
import { aTimerFiresNoEarlierThanAsked } from "./a-timer-fires-no-earlier-than-asked.ts";
import { aTimerIsRefusedOnlyForAnOpenId } from "./a-timer-is-refused-only-for-an-open-id.ts";
import { anActivityTaskClosesOnce } from "./an-activity-task-closes-once.ts";
import { anActivityTaskIsWhatWasScheduled } from "./an-activity-task-is-what-was-scheduled.ts";
import { anActivityTaskStartsOnce } from "./an-activity-task-starts-once.ts";
import { anActivityTaskTimesOutNoEarlierThanItsLimit } from "./an-activity-task-times-out-no-earlier-than-its-limit.ts";
import { anExecutionClosedByChildPolicyAppliesItsOwn } from "./an-execution-closed-by-child-policy-applies-its-own.ts";
import { anExecutionClosesOnce } from "./an-execution-closes-once.ts";
import { anExecutionStartsAsAsked } from "./an-execution-starts-as-asked.ts";
import { anExecutionStartsOnce } from "./an-execution-starts-once.ts";
import { anExecutionTimesOutNoEarlierThanItsLimit } from "./an-execution-times-out-no-earlier-than-its-limit.ts";
import { anExternalOutcomeNamesItsTarget } from "./an-external-outcome-names-its-target.ts";
import { anExternalRequestHasOneOutcome } from "./an-external-request-has-one-outcome.ts";
import { anOpenActivityIdIsNotGivenAgain } from "./an-open-activity-id-is-not-given-again.ts";
import { anOpenTimerIdIsNotGivenAgain } from "./an-open-timer-id-is-not-given-again.ts";
import { decisionEventsFollowTheirDecisionTask } from "./decision-events-follow-their-decision-task.ts";
import { decisionEventsHaveTheTimeOfTheirDecisionTask } from "./decision-events-have-the-time-of-their-decision-task.ts";
import { eventIdsAreConsecutive } from "./event-ids-are-consecutive.ts";
import { eventsAreInOrderOfTime } from "./events-are-in-order-of-time.ts";
import { nothingFollowsTheClose } from "./nothing-follows-the-close.ts";
import { oneDecisionTaskIsWorkedOnAtATime } from "./one-decision-task-is-worked-on-at-a-time.ts";
import { oneDecisionTaskWaitsAtATime } from "./one-decision-task-waits-at-a-time.ts";
import { onlyAChildMeetsAChildPolicy } from "./only-a-child-meets-a-child-policy.ts";
import { onlyARunningChildIsAnnouncedBeforeItsStartFails } from "./only-a-running-child-is-announced-before-its-start-fails.ts";
import { openCountsAgreeWithTheHistory } from "./open-counts-agree-with-the-history.ts";
import { referencesNameAnEvent } from "./references-name-an-event.ts";
import { referencesNameEventsOfTheirType } from "./references-name-events-of-their-type.ts";
import { referencesPointToEarlierEvents } from "./references-point-to-earlier-events.ts";
import { runsOfOneWorkflowIdDoNotOverlap } from "./runs-of-one-workflow-id-do-not-overlap.ts";
import type { Invariant } from "./support/invariant.ts";
import { theFirstDecisionTaskFollowsTheStart } from "./the-first-decision-task-follows-the-start.ts";
import { theLatestExecutionContextIsDescribed } from "./the-latest-execution-context-is-described.ts";
import { thePreviousDecisionTaskStartedEarlier } from "./the-previous-decision-task-started-earlier.ts";
import { theSameEventReadsAlike } from "./the-same-event-reads-alike.ts";
import { whatNeedsADecisionLeadsToADecisionTask } from "./what-needs-a-decision-leads-to-a-decision-task.ts";

/** Every invariant, by its claim: the key of the clause `histories/…` that it rests on. */
export const invariants = {
	"a-cancel-request-by-child-policy-names-the-parent": { level: "SHOULD", law: aCancelRequestByChildPolicyNamesTheParent },
	"a-cancel-request-confirmed-was-received": { level: "SHOULD", law: aCancelRequestConfirmedWasReceived },
	"a-cancel-request-is-refused-only-for-an-unknown-activity": {
		level: "MUST",
		law: aCancelRequestIsRefusedOnlyForAnUnknownActivity,
	},
	"a-cancel-request-names-an-open-activity": { level: "MUST", law: aCancelRequestNamesAnOpenActivity },
	"a-cancel-request-received-was-sent": { level: "MUST", law: aCancelRequestReceivedWasSent },
	"a-cancellation-by-the-service-follows-a-request": { level: "SHOULD", law: aCancellationByTheServiceFollowsARequest },
	"a-cancellation-refers-to-the-latest-request": { level: "MUST", law: aCancellationRefersToTheLatestRequest },
	"a-child-closes-from-its-own-start": { level: "MUST", law: aChildClosesFromItsOwnStart },
	"a-child-closes-once": { level: "MUST", law: aChildClosesOnce },
	"a-child-is-reported-as-it-closed": { level: "MUST", law: aChildIsReportedAsItClosed },
	"a-child-is-the-one-announced": { level: "MUST", law: aChildIsTheOneAnnounced },
	"a-child-knows-its-parent": { level: "MUST", law: aChildKnowsItsParent },
	"a-child-policy-met-is-the-parents": { level: "MUST", law: aChildPolicyMetIsTheParents },
	"a-child-runs-as-its-parent-asked": { level: "MUST", law: aChildRunsAsItsParentAsked },
	"a-child-starts-once": { level: "MUST", law: aChildStartsOnce },
	"a-child-was-announced-by-its-parent": { level: "MUST", law: aChildWasAnnouncedByItsParent },
	"a-close-is-refused-only-over-unhandled-events": { level: "MUST", law: aCloseIsRefusedOnlyOverUnhandledEvents },
	"a-close-status-is-that-of-the-close": { level: "MUST", law: aCloseStatusIsThatOfTheClose },
	"a-closing-decision-leaves-no-decision-task-waiting": { level: "MUST", law: aClosingDecisionLeavesNoDecisionTaskWaiting },
	"a-decision-task-brings-all-that-was-known": { level: "MUST", law: aDecisionTaskBringsAllThatWasKnown },
	"a-decision-task-closes-once": { level: "MUST", law: aDecisionTaskClosesOnce },
	"a-decision-task-ends-with-its-own-start": { level: "MUST", law: aDecisionTaskEndsWithItsOwnStart },
	"a-decision-task-goes-to-the-list-of-its-execution": { level: "MUST", law: aDecisionTaskGoesToTheListOfItsExecution },
	"a-decision-task-has-the-settings-of-its-execution": { level: "SHOULD", law: aDecisionTaskHasTheSettingsOfItsExecution },
	"a-decision-task-has-the-type-of-its-execution": { level: "MUST", law: aDecisionTaskHasTheTypeOfItsExecution },
	"a-decision-task-is-scheduled-behind-its-reason": { level: "SHOULD", law: aDecisionTaskIsScheduledBehindItsReason },
	"a-decision-task-starts-once": { level: "MUST", law: aDecisionTaskStartsOnce },
	"a-decision-task-times-out-no-earlier-than-its-limit": { level: "SHOULD", law: aDecisionTaskTimesOutNoEarlierThanItsLimit },
	"a-description-has-the-configuration-of-the-start": { level: "MUST", law: aDescriptionHasTheConfigurationOfTheStart },
	"a-description-has-the-time-of-the-close": { level: "SHOULD", law: aDescriptionHasTheTimeOfTheClose },
	"a-description-has-the-time-of-the-start": { level: "SHOULD", law: aDescriptionHasTheTimeOfTheStart },
	"a-description-names-what-was-started": { level: "MUST", law: aDescriptionNamesWhatWasStarted },
	"a-history-begins-with-the-start": { level: "MUST", law: aHistoryBeginsWithTheStart },
	"a-history-has-at-most-25000-events": { level: "MUST", law: aHistoryHasAtMost25000Events },
	"a-lambda-function-closes-once": { level: "MUST", law: aLambdaFunctionClosesOnce },
	"a-lambda-function-starts-once": { level: "MUST", law: aLambdaFunctionStartsOnce },
	"a-lambda-function-times-out-no-earlier-than-its-limit": { level: "SHOULD", law: aLambdaFunctionTimesOutNoEarlierThanItsLimit },
	"a-later-reading-is-no-shorter": { level: "MAY", law: aLaterReadingIsNoShorter },
	"a-requested-cancellation-is-described": { level: "SHOULD", law: aRequestedCancellationIsDescribed },
	"a-signal-confirmed-was-received": { level: "SHOULD", law: aSignalConfirmedWasReceived },
	"a-signal-received-was-sent": { level: "MUST", law: aSignalReceivedWasSent },
	"a-source-is-named-with-its-event": { level: "SHOULD", law: aSourceIsNamedWithItsEvent },
	"a-start-names-parent-and-event-together": { level: "MUST", law: aStartNamesParentAndEventTogether },
	"a-successor-continues-the-run-that-named-it": { level: "MUST", law: aSuccessorContinuesTheRunThatNamedIt },
	"a-successor-keeps-the-name-of-its-type": { level: "MUST", law: aSuccessorKeepsTheNameOfItsType },
	"a-successor-of-a-child-keeps-its-parent": { level: "SHOULD", law: aSuccessorOfAChildKeepsItsParent },
	"a-successor-runs-as-was-decided": { level: "MUST", law: aSuccessorRunsAsWasDecided },
	"a-task-is-closed-from-its-own-start": { level: "MUST", law: aTaskIsClosedFromItsOwnStart },
	"a-task-is-handed-out-once": { level: "MUST", law: aTaskIsHandedOutOnce },
	"a-task-that-started-is-closed-as-started": { level: "MUST", law: aTaskThatStartedIsClosedAsStarted },
	"a-timed-out-execution-applies-its-own-child-policy": { level: "MUST", law: aTimedOutExecutionAppliesItsOwnChildPolicy },
	"a-timeout-fits-how-far-its-task-came": { level: "MUST", law: aTimeoutFitsHowFarItsTaskCame },
	"a-timer-cancellation-is-refused-only-for-an-unknown-timer": {
		level: "MUST",
		law: aTimerCancellationIsRefusedOnlyForAnUnknownTimer,
	},
	"a-timer-ends-once": { level: "MUST", law: aTimerEndsOnce },
	"a-timer-ends-under-its-own-id": { level: "MUST", law: aTimerEndsUnderItsOwnId },
	"a-timer-fires-no-earlier-than-asked": { level: "MUST", law: aTimerFiresNoEarlierThanAsked },
	"a-timer-is-refused-only-for-an-open-id": { level: "MUST", law: aTimerIsRefusedOnlyForAnOpenId },
	"an-activity-task-closes-once": { level: "MUST", law: anActivityTaskClosesOnce },
	"an-activity-task-is-what-was-scheduled": { level: "MUST", law: anActivityTaskIsWhatWasScheduled },
	"an-activity-task-starts-once": { level: "MUST", law: anActivityTaskStartsOnce },
	"an-activity-task-times-out-no-earlier-than-its-limit": { level: "SHOULD", law: anActivityTaskTimesOutNoEarlierThanItsLimit },
	"an-execution-closed-by-child-policy-applies-its-own": { level: "SHOULD", law: anExecutionClosedByChildPolicyAppliesItsOwn },
	"an-execution-closes-once": { level: "MUST", law: anExecutionClosesOnce },
	"an-execution-starts-as-asked": { level: "MUST", law: anExecutionStartsAsAsked },
	"an-execution-starts-once": { level: "MUST", law: anExecutionStartsOnce },
	"an-execution-times-out-no-earlier-than-its-limit": { level: "SHOULD", law: anExecutionTimesOutNoEarlierThanItsLimit },
	"an-external-outcome-names-its-target": { level: "MUST", law: anExternalOutcomeNamesItsTarget },
	"an-external-request-has-one-outcome": { level: "MUST", law: anExternalRequestHasOneOutcome },
	"an-open-activity-id-is-not-given-again": { level: "MUST", law: anOpenActivityIdIsNotGivenAgain },
	"an-open-timer-id-is-not-given-again": { level: "MUST", law: anOpenTimerIdIsNotGivenAgain },
	"decision-events-follow-their-decision-task": { level: "SHOULD", law: decisionEventsFollowTheirDecisionTask },
	"decision-events-have-the-time-of-their-decision-task": { level: "SHOULD", law: decisionEventsHaveTheTimeOfTheirDecisionTask },
	"event-ids-are-consecutive": { level: "MUST", law: eventIdsAreConsecutive },
	"events-are-in-order-of-time": { level: "MUST", law: eventsAreInOrderOfTime },
	"nothing-follows-the-close": { level: "MUST", law: nothingFollowsTheClose },
	"one-decision-task-is-worked-on-at-a-time": { level: "MUST", law: oneDecisionTaskIsWorkedOnAtATime },
	"one-decision-task-waits-at-a-time": { level: "MUST", law: oneDecisionTaskWaitsAtATime },
	"only-a-child-meets-a-child-policy": { level: "MUST", law: onlyAChildMeetsAChildPolicy },
	"only-a-running-child-is-announced-before-its-start-fails": {
		level: "MUST",
		law: onlyARunningChildIsAnnouncedBeforeItsStartFails,
	},
	"open-counts-agree-with-the-history": { level: "SHOULD", law: openCountsAgreeWithTheHistory },
	"references-name-an-event": { level: "MUST", law: referencesNameAnEvent },
	"references-name-events-of-their-type": { level: "MUST", law: referencesNameEventsOfTheirType },
	"references-point-to-earlier-events": { level: "MUST", law: referencesPointToEarlierEvents },
	"runs-of-one-workflow-id-do-not-overlap": { level: "MUST", law: runsOfOneWorkflowIdDoNotOverlap },
	"the-first-decision-task-follows-the-start": { level: "SHOULD", law: theFirstDecisionTaskFollowsTheStart },
	"the-latest-execution-context-is-described": { level: "SHOULD", law: theLatestExecutionContextIsDescribed },
	"the-previous-decision-task-started-earlier": { level: "MUST", law: thePreviousDecisionTaskStartedEarlier },
	"the-same-event-reads-alike": { level: "MUST", law: theSameEventReadsAlike },
	"what-needs-a-decision-leads-to-a-decision-task": { level: "SHOULD", law: whatNeedsADecisionLeadsToADecisionTask },
} as const satisfies Record<string, { readonly level: "MUST" | "SHOULD" | "MAY"; readonly law: Invariant }>;

export type InvariantName = keyof typeof invariants;
