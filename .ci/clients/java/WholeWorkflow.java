import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.services.swf.SwfClient;
import software.amazon.awssdk.services.swf.model.*;

/** A whole workflow by the AWS SDK for Java 2: each step says what comes back, and the first difference ends it with exit code 1. */
public class WholeWorkflow {
	static final String DOMAIN = "java";
	static final Instant BEGAN = Instant.now();
	static final WorkflowType PARENT = WorkflowType.builder().name("parent").version("1").build();
	static final WorkflowType CHILD = WorkflowType.builder().name("child").version("1").build();
	static final ActivityType ACTIVITY = ActivityType.builder().name("activity").version("1").build();
	static SwfClient swf;

	public static void main(String[] arguments) {
		try (SwfClient client = SwfClient.builder()
				.endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL_SWF")))
				.overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
				.build()) {
			swf = client;
			int events = wholeWorkflow();
			System.out.println("AWS SDK for Java " + VersionInfo.SDK_VERSION + ": a whole workflow, " + events + " events, as SWF does it");
		} catch (Difference difference) {
			System.out.println(difference.getMessage());
			System.exit(1);
		}
	}

	static int wholeWorkflow() {
		register();

		// Start.
		Consumer<StartWorkflowExecutionRequest.Builder> start = request -> request.domain(DOMAIN).workflowId("parent").workflowType(PARENT)
				.input("größer ✓").tagList("java", "lane");
		String runId = swf.startWorkflowExecution(start).runId();
		WorkflowExecution parent = WorkflowExecution.builder().workflowId("parent").runId(runId).build();
		refused("a second open execution", WorkflowExecutionAlreadyStartedException.class, () -> swf.startWorkflowExecution(start));

		// Decide: schedule the activity.
		List<EventType> history = new ArrayList<>(List.of(EventType.WORKFLOW_EXECUTION_STARTED, EventType.DECISION_TASK_SCHEDULED,
				EventType.DECISION_TASK_STARTED));
		PollForDecisionTaskResponse task = decisionTask("parent", history);
		expect("execution of the decision task", task.workflowExecution(), parent);
		expect("type of the decision task", task.workflowType(), PARENT);
		expect("input", task.events().get(0).workflowExecutionStartedEventAttributes().input(), "größer ✓");
		decide(task, decision -> decision.decisionType(DecisionType.SCHEDULE_ACTIVITY_TASK)
				.scheduleActivityTaskDecisionAttributes(activity -> activity.activityId("a").activityType(ACTIVITY).input("work")
						.taskList(list -> list.name("activity")).heartbeatTimeout("60").scheduleToStartTimeout("60")
						.startToCloseTimeout("300").scheduleToCloseTimeout("NONE")));
		String answered = task.taskToken();
		refused("a decision task answered twice", UnknownResourceException.class,
				() -> swf.respondDecisionTaskCompleted(request -> request.taskToken(answered)));
		Collections.addAll(history, EventType.DECISION_TASK_COMPLETED, EventType.ACTIVITY_TASK_SCHEDULED);

		// Work: poll, heartbeat.
		PollForActivityTaskResponse work = swf.pollForActivityTask(poll -> poll.domain(DOMAIN).taskList(list -> list.name("activity")).identity("worker"));
		expect("activity task", List.of(work.activityId(), work.activityType(), work.input(), work.startedEventId(), work.workflowExecution()),
				List.of("a", ACTIVITY, "work", 6L, parent));
		String token = work.taskToken();
		expect("heartbeat before", swf.recordActivityTaskHeartbeat(beat -> beat.taskToken(token).details("half")).cancelRequested(), false);
		history.add(EventType.ACTIVITY_TASK_STARTED);

		// Cancel: the execution is asked, its decider asks the activity, the worker hears it and says so.
		silent(swf.requestCancelWorkflowExecution(request -> request.domain(DOMAIN).workflowId("parent").runId(runId)));
		Collections.addAll(history, EventType.WORKFLOW_EXECUTION_CANCEL_REQUESTED, EventType.DECISION_TASK_SCHEDULED, EventType.DECISION_TASK_STARTED);
		task = decisionTask("parent", history);
		expect("previous decision task", task.previousStartedEventId(), 3L);
		decide(task, decision -> decision.decisionType(DecisionType.REQUEST_CANCEL_ACTIVITY_TASK)
				.requestCancelActivityTaskDecisionAttributes(cancel -> cancel.activityId("a")));
		expect("heartbeat after", swf.recordActivityTaskHeartbeat(beat -> beat.taskToken(token)).cancelRequested(), true);
		silent(swf.respondActivityTaskCanceled(canceled -> canceled.taskToken(token).details("undone")));
		refused("a heartbeat of a closed task", UnknownResourceException.class, () -> swf.recordActivityTaskHeartbeat(beat -> beat.taskToken(token)));
		Collections.addAll(history, EventType.DECISION_TASK_COMPLETED, EventType.ACTIVITY_TASK_CANCEL_REQUESTED, EventType.ACTIVITY_TASK_CANCELED,
				EventType.DECISION_TASK_SCHEDULED, EventType.DECISION_TASK_STARTED);

		// Start a child.
		task = decisionTask("parent", history);
		decide(task, decision -> decision.decisionType(DecisionType.START_CHILD_WORKFLOW_EXECUTION)
				.startChildWorkflowExecutionDecisionAttributes(child -> child.workflowId("child").workflowType(CHILD).childPolicy(ChildPolicy.TERMINATE)));
		PollForDecisionTaskResponse childTask = decisionTask("child",
				List.of(EventType.WORKFLOW_EXECUTION_STARTED, EventType.DECISION_TASK_SCHEDULED, EventType.DECISION_TASK_STARTED));
		expect("parent of the child", childTask.events().get(0).workflowExecutionStartedEventAttributes().parentWorkflowExecution(), parent);
		Collections.addAll(history, EventType.DECISION_TASK_COMPLETED, EventType.START_CHILD_WORKFLOW_EXECUTION_INITIATED,
				EventType.CHILD_WORKFLOW_EXECUTION_STARTED, EventType.DECISION_TASK_SCHEDULED);

		// Terminate the parent; the policy given here wins over that of its start, and the child goes on to its end.
		Consumer<TerminateWorkflowExecutionRequest.Builder> end = terminate -> terminate.domain(DOMAIN).workflowId("parent").runId(runId)
				.reason("enough").details("by the lane").childPolicy(ChildPolicy.ABANDON);
		silent(swf.terminateWorkflowExecution(end));
		history.add(EventType.WORKFLOW_EXECUTION_TERMINATED);
		refused("a closed execution", UnknownResourceException.class, () -> swf.terminateWorkflowExecution(end));
		expect("open executions", swf.countOpenWorkflowExecutions(count -> count.domain(DOMAIN)
				.startTimeFilter(since -> since.oldestDate(BEGAN))).count(), 1);
		decide(childTask, decision -> decision.decisionType(DecisionType.COMPLETE_WORKFLOW_EXECUTION)
				.completeWorkflowExecutionDecisionAttributes(complete -> complete.result("done")));

		// Read the history, page by page and backwards.
		List<HistoryEvent> events = history(parent, false);
		expect("history of the parent", events.stream().map(HistoryEvent::eventType).toList(), history);
		for (int index = 0; index < events.size(); index++) {
			expect("event id", events.get(index).eventId(), index + 1L);
			fresh(events.get(index).eventTimestamp());
		}
		List<HistoryEvent> backwards = new ArrayList<>(history(parent, true));
		Collections.reverse(backwards);
		expect("history backwards", backwards, events);
		expect("ActivityTaskCanceled", events.get(11).activityTaskCanceledEventAttributes(), ActivityTaskCanceledEventAttributes.builder()
				.details("undone").scheduledEventId(5L).startedEventId(6L).latestCancelRequestedEventId(11L).build());
		expect("ChildWorkflowExecutionStarted", events.get(16).childWorkflowExecutionStartedEventAttributes(),
				ChildWorkflowExecutionStartedEventAttributes.builder()
						.initiatedEventId(16L).workflowExecution(childTask.workflowExecution()).workflowType(CHILD).build());
		WorkflowExecutionTerminatedEventAttributes terminated = events.get(18).workflowExecutionTerminatedEventAttributes();
		expect("WorkflowExecutionTerminated", List.of(terminated.reason(), terminated.details(), terminated.childPolicy()),
				List.of("enough", "by the lane", ChildPolicy.ABANDON));

		// List what is closed.
		List<WorkflowExecutionInfo> closed = swf.listClosedWorkflowExecutionsPaginator(list -> list.domain(DOMAIN).maximumPageSize(1)
				.startTimeFilter(since -> since.oldestDate(BEGAN.minus(Duration.ofHours(1))))).executionInfos().stream().toList();
		expect("closed executions, latest start first", closed.stream().map(WorkflowExecutionInfo::execution).toList(),
				List.of(childTask.workflowExecution(), parent));
		expect("how they closed", closed.stream().map(WorkflowExecutionInfo::closeStatus).toList(), List.of(CloseStatus.COMPLETED, CloseStatus.TERMINATED));
		expect("parent of the child", closed.get(0).parent(), parent);
		expect("tags of the parent", closed.get(1).tagList(), List.of("java", "lane"));
		for (WorkflowExecutionInfo info : closed) {
			fresh(info.startTimestamp());
			fresh(info.closeTimestamp());
		}

		// Deprecate, and be told of faults of a client's own making.
		silent(swf.deprecateDomain(deprecate -> deprecate.name(DOMAIN)));
		refused("a deprecated domain again", DomainDeprecatedException.class, () -> swf.deprecateDomain(deprecate -> deprecate.name(DOMAIN)));
		refused("no such domain", UnknownResourceException.class, () -> swf.describeDomain(describe -> describe.name("nowhere")));
		AwsServiceException invalid = refused("no such status", SwfException.class, () -> swf.listDomains(list -> list.registrationStatus("GONE")));
		expect("code of the fault", invalid.awsErrorDetails().errorCode(), "ValidationException");
		return events.size();
	}

	static void register() {
		Consumer<RegisterDomainRequest.Builder> domain = request -> request.name(DOMAIN).workflowExecutionRetentionPeriodInDays("1");
		silent(swf.registerDomain(domain));
		refused("a domain again", DomainAlreadyExistsException.class, () -> swf.registerDomain(domain));
		for (WorkflowType type : List.of(PARENT, CHILD)) {
			silent(swf.registerWorkflowType(request -> request.domain(DOMAIN).name(type.name()).version(type.version())
					.defaultTaskList(list -> list.name(type.name())).defaultTaskStartToCloseTimeout("30")
					.defaultExecutionStartToCloseTimeout("600").defaultChildPolicy(ChildPolicy.TERMINATE)));
		}
		Consumer<RegisterActivityTypeRequest.Builder> activity = request -> request.domain(DOMAIN).name(ACTIVITY.name()).version(ACTIVITY.version());
		silent(swf.registerActivityType(activity));
		refused("an activity type again", TypeAlreadyExistsException.class, () -> swf.registerActivityType(activity));
	}

	/** Polls page by page; the history must be of these types. Answers the first page. */
	static PollForDecisionTaskResponse decisionTask(String taskList, List<EventType> types) {
		List<PollForDecisionTaskResponse> pages = swf.pollForDecisionTaskPaginator(poll -> poll.domain(DOMAIN)
				.taskList(list -> list.name(taskList)).identity("decider").maximumPageSize(3)).stream().toList();
		expect("history of the decision task", pages.stream().flatMap(page -> page.events().stream()).map(HistoryEvent::eventType).toList(), types);
		expect("task tokens", pages.stream().map(PollForDecisionTaskResponse::taskToken).distinct().count(), 1L);
		return pages.get(0);
	}

	@SuppressWarnings("unchecked") // the SDK takes generic varargs
	static void decide(PollForDecisionTaskResponse task, Consumer<Decision.Builder> decision) {
		silent(swf.respondDecisionTaskCompleted(request -> request.taskToken(task.taskToken()).decisions(decision)));
	}

	static List<HistoryEvent> history(WorkflowExecution execution, boolean reverseOrder) {
		return swf.getWorkflowExecutionHistoryPaginator(request -> request.domain(DOMAIN).execution(execution).maximumPageSize(4)
				.reverseOrder(reverseOrder)).events().stream().toList();
	}

	/** An answer without a body. */
	static void silent(SdkResponse answer) {
		expect("HTTP status", answer.sdkHttpResponse().statusCode(), 200);
		expect("length of the body", answer.sdkHttpResponse().firstMatchingHeader("Content-Length").orElse("none"), "0");
	}

	/** The call is refused with exactly this class of exception. */
	static AwsServiceException refused(String what, Class<? extends AwsServiceException> exception, Runnable call) {
		try {
			call.run();
		} catch (AwsServiceException fault) {
			expect(what, fault.getClass(), exception);
			expect(what + ": HTTP status", fault.statusCode(), 400);
			return fault;
		}
		throw new Difference(what + "\n  expected " + exception.getSimpleName() + "\n  observed an answer");
	}

	/** A point of time of this run. */
	static void fresh(Instant when) {
		if (when.isBefore(BEGAN.minusSeconds(1)) || when.isAfter(Instant.now().plusSeconds(1))) throw new Difference(when + " is not of this run");
	}

	static void expect(String what, Object observed, Object expected) {
		if (!Objects.equals(observed, expected)) throw new Difference(what + "\n  expected " + expected + "\n  observed " + observed);
	}

	static class Difference extends RuntimeException {
		Difference(String message) {
			super(message);
		}
	}
}
