package io.waymark.indicator.commands;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.domain.PlanCheck;
import io.waymark.indicator.postgres.AnnualSteps;
import io.waymark.indicator.postgres.Definitions;
import io.waymark.indicator.postgres.Definitions.Written;
import io.waymark.indicator.postgres.FactsLoader;
import io.waymark.indicator.postgres.JudgingRun;
import io.waymark.indicator.postgres.PackRecords;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.RulebookStore;
import io.waymark.indicator.postgres.Subject;
import io.waymark.indicator.postgres.Trigger;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.ImportPlanResponse;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetEvent;
import io.waymark.proto.type.v1.ImportCounts;
import io.waymark.refusals.Expected;
import io.waymark.rulebooks.Rulebooks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Imports a plan with its indicators and targets, and judges what changed. */
public final class PlanImport {
  private static final String TOPIC = "waymark.indicator.target.v1";

  private final DSLContext db;
  private final Clock clock;
  private final PostgresOutbox outbox;
  private final Verdicts verdicts;

  /** Creates the command's handler. */
  public PlanImport(DSLContext db, Clock clock, PostgresOutbox outbox, Verdicts verdicts) {
    this.db = db;
    this.clock = clock;
    this.outbox = outbox;
    this.verdicts = verdicts;
  }

  /** Writes what is new or changed; all or nothing. */
  public ImportPlanResponse handle(ImportPlanRequest request, Caller caller) {
    caller.mustBePlanOffice();
    Rulebooks known = new RulebookStore(db).known();
    PlanCheck.check(request, name -> known.named(name).isPresent(), known.names());
    return db.transactionResult(configuration -> write(configuration.dsl(), request, caller));
  }

  private ImportPlanResponse write(DSLContext tx, ImportPlanRequest request, Caller caller) {
    String planId = request.getPlan().getPlanId();
    mustNotCircle(tx, request.getPlan());
    Definitions definitions = new Definitions(tx, clock.instant(), Actors.of(caller));
    boolean planChanged = definitions.plan(request.getPlan());
    Written indicators = definitions.indicators(planId, request.getIndicatorsList());
    Written targets = definitions.targets(planId, request.getIndicatorsList());
    PackRecords records = new PackRecords(tx, planId);
    records.note(request.getNotesList(), clock.instant(), Actors.of(caller));
    int shared = records.share(request.getDecompositionsList(), clock.instant(), Actors.of(caller));
    List<Indicator> touched = touched(request, planChanged, indicators, targets);
    announce(tx, request.getPlan(), touched);
    List<Subject> subjects =
        new ArrayList<>(touched.stream().map(i -> Subject.indicator(i.getIndicatorId())).toList());
    if (planChanged) {
      tx.fetch("select project_id from project where plan_id = ?", planId)
          .forEach(r -> subjects.add(Subject.project(r.get(0, String.class))));
    }
    if (!subjects.isEmpty()) {
      Trigger event = Trigger.event(UUID.randomUUID().toString());
      new JudgingRun(tx, clock, verdicts).judge(planId, subjects, event);
      List<String> ids = touched.stream().map(Indicator::getIndicatorId).toList();
      AnnualSteps.queue(tx, planId, ids, event, null);
    }
    return ImportPlanResponse.newBuilder()
        .setIndicators(counts(indicators))
        .setTargets(counts(targets))
        .setDecompositionsWritten(shared)
        .build();
  }

  private static void mustNotCircle(DSLContext tx, Plan plan) {
    Map<String, String> parents = new HashMap<>();
    new Queries(tx).plans().forEach(p -> parents.put(p.getPlanId(), p.getParentPlanId()));
    parents.put(plan.getPlanId(), plan.getParentPlanId());
    Set<String> passed = new HashSet<>();
    String above = plan.getParentPlanId();
    while (!above.isEmpty() && passed.add(above)) {
      if (above.equals(plan.getPlanId())) {
        throw Failure.invalid(
            "plan.parent_plan_id",
            plan.getParentPlanId(),
            Expected.NOT_PART_OF_ITSELF.with(plan.getPlanId()));
      }
      above = parents.getOrDefault(above, "");
    }
  }

  private static List<Indicator> touched(
      ImportPlanRequest request, boolean planChanged, Written indicators, Written targets) {
    Set<String> indicatorIds = new HashSet<>(indicators.ids());
    Set<String> targetIds = new HashSet<>(targets.ids());
    return request.getIndicatorsList().stream()
        .filter(indicator ->
            planChanged
                || indicatorIds.contains(indicator.getIndicatorId())
                || indicator.getTargetsList().stream()
                    .map(Target::getTargetId)
                    .anyMatch(targetIds::contains))
        .toList();
  }

  private void announce(DSLContext tx, Plan plan, List<Indicator> touched) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    List<String> ids = touched.stream().map(Indicator::getIndicatorId).toList();
    List<OutboxMessage> messages = new ArrayList<>();
    for (Indicator indicator : inForce(tx, plan, ids, today)) {
      messages.add(
          announce(TargetEvent.newBuilder().setPlan(plan).setIndicator(indicator).build()));
    }
    outbox.append(tx, messages);
  }

  /** Not as the import states them: a revision stays in force over it. */
  private static Collection<Indicator> inForce(
      DSLContext tx, Plan plan, List<String> ids, LocalDate today) {
    return new FactsLoader(tx, plan.getPlanId(), today, null)
        .load(ids, List.of())
        .indicators()
        .values();
  }

  static OutboxMessage announce(TargetEvent event) {
    return new OutboxMessage(
        TOPIC,
        event.getPlan().getPlanId() + "/" + event.getIndicator().getIndicatorId(),
        TargetEvent.getDescriptor().getFullName(),
        event.toByteArray());
  }

  private static ImportCounts counts(Written written) {
    return ImportCounts.newBuilder()
        .setCreated(written.created())
        .setChanged(written.changed())
        .setUnchanged(written.unchanged())
        .build();
  }
}
